import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

function evaluate(...args: string[]) {
  return spawnSync("node", ["dist/cli/main.js", "evaluate", "corpus/gold", ...args], { encoding: "utf8" });
}

test("the scores on our own gold hold their bars", () => {
  const { status, stderr } = evaluate("--bars", "corpus/bars.yaml");
  expect(stderr).not.toContain("Bar missed");
  expect(status).toBe(0);
}, 180_000);

test("a bar that is not reached, or not measured, ends with 1 and is named", () => {
  const bars = join(mkdtempSync(join(tmpdir(), "dyadic-bars-")), "bars.yaml");
  writeFileSync(bars, "dates.strict: 100\nfigures.strict: 1\n");
  const { status, stderr } = evaluate("--bars", bars, "--pipeline", "dates-only");
  expect(stderr).toMatch(/Bar missed: f1 of dates\.strict is /);
  expect(stderr).toContain("Bar missed: f1 of figures.strict was not measured");
  expect(status).toBe(1);
}, 180_000);
