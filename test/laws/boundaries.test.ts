import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { expect, test } from "vitest";

const source = new URL("../../src/", import.meta.url).pathname;

/** Each folder may import itself and those after it. `index.ts` re-exports and may import all. */
const order = [
  "cli",
  "evaluate",
  "run",
  "report",
  "export",
  "aggregate",
  "ingest",
  "stages",
  "language",
  "core",
];

/** Packages with one door: the file that may import them. */
const doors: Readonly<Record<string, string>> = {
  "wink-nlp": "language/en/wink.ts",
  "wink-eng-lite-web-model": "language/en/wink.ts",
  compromise: "language/en/compromise.ts",
  natural: "language/en/natural.ts",
};

interface Import {
  readonly from: string;
  readonly to: string;
}

function imports(): Import[] {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(source, file), "utf8");
    const specifiers = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g)].map(
      (match) => match[1]!,
    );
    return specifiers.map((specifier) => ({
      from: file.split(sep).join("/"),
      to: specifier.startsWith(".")
        ? relative(source, resolve(dirname(join(source, file)), specifier))
            .split(sep)
            .join("/")
        : specifier,
    }));
  });
}

const folder = (path: string): string => path.split("/")[0]!;
const local = ({ to }: Import): boolean => order.includes(folder(to));

test("dependencies point one way", () => {
  const wrong = imports().filter(
    (edge) =>
      local(edge) &&
      order.includes(folder(edge.from)) &&
      order.indexOf(folder(edge.to)) < order.indexOf(folder(edge.from)),
  );
  expect(wrong).toEqual([]);
});

test("stages do not import each other", () => {
  const house = (path: string): string | undefined => /^stages\/([^/]+)\//.exec(path)?.[1];
  const wrong = imports().filter(
    (edge) =>
      house(edge.from) !== undefined && house(edge.to) !== undefined && house(edge.from) !== house(edge.to),
  );
  expect(wrong).toEqual([]);
});

test("wink-nlp, compromise and natural are imported by their one file only", () => {
  const found = imports().filter(({ to }) => doors[to.split("/")[0]!] !== undefined);
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter(({ from, to }) => doors[to.split("/")[0]!] !== from)).toEqual([]);
});

test("natural is never imported whole: its root prints to stdout", () => {
  expect(imports().filter(({ to }) => to === "natural")).toEqual([]);
});
