import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import {
  continueName, gazetteerClasses, longestName, prefixBit, startName, type GazetteerClass,
} from "../../src/language/en/names/gazetteer.ts"; // prettier-ignore
import { winkSentences } from "../../src/language/en/wink.ts";
import { hashText } from "../../src/language/model/hash.ts";
import type { Row } from "../../src/language/model/weights.ts";

/** Names by what they may be, gathered from all sources before they become a table. */
export class GazetteerBuilder {
  private readonly bits = new Map<number, number>();

  add(name: string, kind: GazetteerClass): void {
    const words = winkSentences(name)
      .flat()
      .map(({ text }) => hashText(text.toLowerCase()));
    if (words.length === 0 || words.length > longestName) return;
    let hash = startName(words[0]!);
    for (let i = 1; i < words.length; i++) {
      this.set(hash, prefixBit);
      hash = continueName(hash, words[i]!);
    }
    this.set(hash, 1 << gazetteerClasses.indexOf(kind));
  }

  private set(hash: number, bit: number): void {
    this.bits.set(hash, (this.bits.get(hash) ?? 0) | bit);
  }

  rows(): Row[] {
    return [...this.bits].map(([key, bits]) => ({ key: key >>> 0, cells: [[0, bits]] }));
  }

  get size(): number {
    return this.bits.size;
  }
}

export const readCsv = (path: string): Record<string, string>[] =>
  parse(readFileSync(path), { columns: true, skip_empty_lines: true, bom: true, relax_quotes: true });

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
