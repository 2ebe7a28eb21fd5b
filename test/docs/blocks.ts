import { readdirSync, readFileSync } from "node:fs";

export interface Block {
  /** File under docs/. */
  readonly file: string;
  /** `sh`, `sql`, `python` … */
  readonly language: string;
  readonly code: string;
}

/** Every fenced block of docs/*.md, in the order of files and lines. */
export function blocks(): readonly Block[] {
  const files = readdirSync("docs").filter((name) => name.endsWith(".md"));
  const first = "guide.md"; // Others use the dataset it makes.
  return files
    .sort((a, b) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1))
    .flatMap((file) =>
      [...readFileSync(`docs/${file}`, "utf8").matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(
        ([, language, code]) => ({ file, language: language!, code: code! }),
      ),
    );
}

/** The lines of sh blocks that call Dyadic, each once a file. */
export const commands = (): readonly { readonly file: string; readonly command: string }[] =>
  blocks()
    .filter(({ language }) => language === "sh")
    .flatMap(({ file, code }) =>
      code
        .split("\n")
        .filter((line) => /^(?:npx )?dyadic /.test(line))
        .map((command) => ({ file, command: command.replace(/^npx /, "") })),
    );
