import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { resourceFolder } from "../../src/core/resource.ts";

interface Entry {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly command: string;
  readonly data: readonly { readonly name: string; readonly license: string }[];
}

const folder = `${resourceFolder}en/weights/`;
const manifest = JSON.parse(readFileSync(`${folder}manifest.json`, "utf8")) as {
  readonly models: readonly Entry[];
};
const scripts = (
  JSON.parse(readFileSync("package.json", "utf8")) as { readonly scripts: Record<string, string> }
).scripts;

test("the manifest lists every file of weights", () => {
  const files = readdirSync(folder).filter(
    (file) => /\.(model|json)$/.test(file) && file !== "manifest.json",
  );
  expect(manifest.models.map(({ file }) => file).sort()).toEqual(files.sort());
});

test.each(manifest.models.map((entry) => [entry.file, entry] as const))(
  "%s is as the manifest says",
  (file, entry) => {
    const bytes = readFileSync(folder + file);
    expect({ bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") }).toEqual({
      bytes: entry.bytes,
      sha256: entry.sha256,
    });
    expect(scripts).toHaveProperty([/^npm run ([\w:]+)/.exec(entry.command)![1]!]);
    expect(entry.data.every(({ name, license }) => name !== "" && license !== "")).toBe(true);
  },
);
