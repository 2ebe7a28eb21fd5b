import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url).pathname;

const files = (folder: string): Record<string, string> =>
  Object.fromEntries(
    ["gold", "sample"].flatMap((part) =>
      readdirSync(join(folder, "corpus", part), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => [`${part}/${entry.name}`, readFileSync(join(folder, "corpus", part, entry.name), "utf8")]),
    ),
  );

test("gold and sample are what their markup says", () => {
  const copy = mkdtempSync(join(tmpdir(), "dyadic-gold-"));
  cpSync(join(root, "scripts/gold.mjs"), join(copy, "scripts/gold.mjs"));
  cpSync(join(root, "corpus/gold"), join(copy, "corpus/gold"), { recursive: true });
  execFileSync(process.execPath, [join(copy, "scripts/gold.mjs")]);
  const built = files(copy);
  const committed = files(root);
  for (const [name, content] of Object.entries(built)) expect(committed[name], name).toBe(content);
  expect(Object.keys(built).length).toBeGreaterThanOrEqual(11);
});

test("every gold span is a piece of its text", () => {
  for (const file of ["development", "held-out"]) {
    const lines = readFileSync(join(root, `corpus/gold/${file}.jsonl`), "utf8").trim().split("\n");
    for (const line of lines) {
      const record = JSON.parse(line) as { text: string } & Record<string, { start: number; end: number; text: string }[]>;
      for (const layer of ["entities", "mentions", "dates", "figures", "quotes", "events"])
        for (const span of record[layer] ?? []) expect(record.text.slice(span.start, span.end)).toBe(span.text);
    }
  }
});
