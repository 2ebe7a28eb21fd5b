import { readFileSync } from "node:fs";

/** "ABDULLAH_AL-SALEM_" -> "Abdullah Al-Salem". */
const phoenixName = (name: string): string =>
  name
    .replace(/_+$/, "")
    .split("_")
    .map((word) => word.replace(/[A-Z]+/g, (part) => part[0]! + part.slice(1).toLowerCase()))
    .join(" ");

export interface PhoenixEntry {
  readonly name: string;
  readonly codes: readonly string[];
}

/** The names of a Phoenix actor file with their codes; synonyms share the codes of their block. */
export function phoenixEntries(path: string): PhoenixEntry[] {
  const entries: { name: string; codes: string[] }[] = [];
  let block: { name: string; codes: string[] }[] = [];
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const text = line.split("#")[0]!.trim();
    if (text === "") continue;
    const codes = [...text.matchAll(/\[([A-Z]{3,})[^\]]*\]/g)].map((match) => match[1]!);
    const name = /^\+?([A-Z][^\s[]*)/.exec(text)?.[1];
    if (name !== undefined) {
      if (!text.startsWith("+")) block = [];
      const entry = { name: phoenixName(name), codes: [] as string[] };
      block.push(entry);
      entries.push(entry);
    }
    for (const entry of block) entry.codes.push(...codes);
  }
  return entries;
}
