import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { blocks, commands } from "./blocks.ts";

const pages = readdirSync("docs").filter((name) => name.endsWith(".md"));

describe("the docs", () => {
  test.each(pages)("%s links to what is there", (page) => {
    const text = readFileSync(join("docs", page), "utf8");
    const links = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target]) => target!);
    const missing = links.filter((target) => !/^https?:/.test(target) && !existsSync(join(dirname(join("docs", page)), target))); // prettier-ignore
    expect(missing).toEqual([]);
  });

  test("their blocks are of languages that a test runs or reads", () => {
    const known = ["sh", "sql", "js", "python", "r", "yaml"];
    expect(blocks().filter(({ language }) => !known.includes(language))).toEqual([]);
    expect(commands().length).toBeGreaterThan(10);
  });

  test("what they quote of an example is in it", () => {
    for (const { file, code } of blocks().filter(({ language }) => language === "yaml")) {
      const quoted = parse(code) as Record<string, unknown>;
      if (file === "guide.md" || "steps" in quoted) continue; // A section of a pipeline, and a CI workflow.
      const example = { "stages.md": "hedges.yaml", "actors.md": "registry.yaml", "accuracy.md": "bars.yaml" }[file]!;
      expect(parse(readFileSync(`docs/examples/${example}`, "utf8"))).toMatchObject(quoted);
    }
  }); // prettier-ignore

  test("their pictures are small", () => {
    const pictures = readdirSync("docs/pictures").map((name) => join("docs/pictures", name));
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of pictures) expect(statSync(picture).size, picture).toBeLessThan(150_000);
  });
});
