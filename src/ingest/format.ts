import type { Format } from "./options.ts";

const formatByExtension: Readonly<Record<string, Format>> = {
  txt: "text", text: "text", md: "markdown", markdown: "markdown", html: "html", htm: "html", xhtml: "html",
  json: "json", jsonl: "jsonl", ndjson: "jsonl", csv: "csv", tsv: "csv",
}; // prettier-ignore

export const knownExtensions: readonly string[] = Object.keys(formatByExtension).map((name) => `.${name}`);

/** Format by the file's ending, `.gz` apart; undefined when the ending is not known. */
export function formatOf(path: string): Format | undefined {
  const name = path.toLowerCase().replace(/\.gz$/, "");
  return formatByExtension[name.slice(name.lastIndexOf(".") + 1)];
}

/** Format by the beginning of the text, for standard input. */
export function sniffFormat(head: string): Format {
  const start = head.trimStart();
  if (start.startsWith("<")) return "html";
  if (start.startsWith("[")) return "json";
  if (!start.startsWith("{")) return start.startsWith("---\n") ? "markdown" : "text";
  return isJson(start.slice(0, start.indexOf("\n") + 1)) ? "jsonl" : "json";
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
