import {
  continueName, gazetteerClasses, longestName, prefixBit, startName, type GazetteerClass,
} from "../../src/language/en/names/gazetteer.ts"; // prettier-ignore
import { winkTokens } from "../../src/language/en/wink.ts";
import { hashText } from "../../src/language/model/hash.ts";
import type { TableEntry } from "../table.ts";

/** Names by what they may be, gathered from all sources before they become a table. */
export class GazetteerBuilder {
  private readonly bits = new Map<number, number>();

  add(name: string, kind: GazetteerClass): void {
    const words = winkTokens(name).map(({ start, end }) => hashText(name.slice(start, end).toLowerCase()));
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

  entries(): TableEntry[] {
    return [...this.bits].map(([key, value]) => ({ key, value, second: 0 }));
  }
}
