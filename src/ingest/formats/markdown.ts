import { parse } from "yaml";
import { readRecord } from "../fields.ts";
import { problem, type Raw, type RawArticle } from "../item.ts";
import type { IngestOptions } from "../options.ts";

/** Markdown with optional front matter (title, date, author, outlet, url). The text comes without the markup. */
export function* readMarkdown(source: string, options: IngestOptions): Generator<Raw> {
  const text = source.replace(/\r\n?/g, "\n").replace(/^\ufeff/, "");
  const front = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  const body = plainText(front === null ? text : text.slice(front[0].length));
  let raw: RawArticle = { text: body };
  if (front !== null)
    try {
      const fields: unknown = parse(front[1]!, { schema: "failsafe" });
      const read = readRecord(
        { ...(fields as object), text: body },
        { ...options, preset: "generic", textField: "text" },
        undefined,
      );
      if (read.kind === "raw") raw = { ...read.raw, text: body };
    } catch (error) {
      const message = error instanceof Error ? error.message.split("\n")[0]! : String(error);
      yield {
        kind: "reject",
        problem: problem("bad-front-matter", `The front matter is no YAML: ${message}`, {
          severity: "degraded",
          line: 1,
        }),
      };
    }
  const heading = /^#[ \t]+(.+?)[ \t#]*$/m.exec(text)?.[1];
  yield {
    kind: "raw",
    raw: { ...raw, title: raw.title ?? (heading === undefined ? undefined : inline(heading)) },
  };
}

/** Headings, lists and quotations become plain paragraphs; code, images and comments go. */
function plainText(markdown: string): string {
  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.replace(/<!--[\s\S]*?-->/g, "").split("\n")) {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    if (mark !== undefined) fence = fence === undefined ? mark : fence === mark ? undefined : fence;
    else if (fence === undefined) lines.push(block(line));
  }
  return lines.join("\n");
}

function block(line: string): string {
  if (/^ {0,3}(?:[-*_][ \t]*){3,}$/.test(line) || /^ {0,3}=+[ \t]*$/.test(line)) return "";
  const heading = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$/.exec(line);
  if (heading !== null) return `\n${inline(heading[1]!)}\n`;
  return inline(line.replace(/^[ \t]*(?:>[ \t]?)+/, "").replace(/^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+/, ""));
}

function inline(text: string): string {
  return text
    .replace(/!\[[^\]\n]*\]\([^()\n]*\)/g, "")
    .replace(/\[([^\]\n]+)\](?:\([^()\n]*\)|\[[^\]\n]*\])/g, "$1")
    .replace(/<(https?:[^<>\s]+)>/g, "$1")
    .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, "$2")
    .replace(/(?<![\w*])\*(?=\S)([^*\n]*[^\s*])\*(?![\w*])/g, "$1")
    .replace(/(?<![\w_])_(?=\S)([^_\n]*[^\s_])_(?![\w_])/g, "$1")
    .replace(/`([^`\n]+)`/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+.!>~-])/g, "$1")
    .replace(/ {2,}$/, "");
}
