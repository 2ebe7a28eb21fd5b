import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { coverage } from "../../scripts/coverage.ts";

test("docs/coverage.md tells what the registry holds today", () => {
  expect(readFileSync(new URL("../../docs/coverage.md", import.meta.url), "utf8")).toBe(coverage());
});
