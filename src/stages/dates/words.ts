import type { Token } from "../../core/layers.ts";
import type { Span } from "../../core/span.ts";
import type { Lexicon } from "./lexicon.ts";

/** The words the grammar reads: the article's tokens, some of them cut further ("1957-60", "mid-1990s", "8pm"). */
export interface Words {
  /** Lower case, with one apostrophe (') and one hyphen (-) for all their kinds. */
  readonly lower: readonly string[];
  readonly spans: readonly Span[];
  /** Index of the token each word is or belongs to. */
  readonly tokenOf: readonly number[];
  readonly tokens: readonly Token[];
  readonly text: string;
}

/** Pieces of a token that may hold a hyphenated date. */
const piece = /[\p{L}\p{N}.'/:,]+|[^\p{L}\p{N}.'/:,]/gu;
const cuttable = /\d-\d|^[a-z.]+-\d{1,2}$|\d-[a-z]/;
const isoDate = /^\d{4}-\d{2}-\d{2}(?:t[\d:.]+z?)?$/;
const isoMonth = /^(\d{2})(\d{2})-(0[1-9]|1[0-2])$/;
const glued = /^(\d{1,2}(?::\d{2})?)([a-z][a-z.]*)$/;

export function wordsOf(text: string, tokens: readonly Token[], lexicon: Lexicon): Words {
  const lower: string[] = [];
  const spans: Span[] = [];
  const tokenOf: number[] = [];
  const push = (word: string, start: number, end: number, index: number): void => {
    lower.push(word);
    spans.push({ start, end });
    tokenOf.push(index);
  };
  for (const [index, token] of tokens.entries()) {
    const word = plain(token.text);
    const digit = word.charCodeAt(0) <= 57;
    if (word.length > 2 && (word.includes("-") || digit)) {
      const time = digit ? glued.exec(word) : null;
      if (time !== null && (lexicon.is(time[2], "meridiem") || lexicon.is(time[2], "clock_hours"))) {
        const cut = token.start + time[1]!.length;
        push(time[1]!, token.start, cut, index);
        push(time[2]!, cut, token.end, index);
        continue;
      }
      if (word.includes("-") && isCuttable(word, lexicon) && !isIso(word)) {
        for (const part of word.matchAll(piece))
          push(part[0], token.start + part.index, token.start + part.index + part[0].length, index);
        continue;
      }
    }
    push(word, token.start, token.end, index);
  }
  return { lower, spans, tokenOf, tokens, text };
}

/** "1957-60", "7-day", "mid-1990s", "pre-war", "decades-old". */
function isCuttable(word: string, lexicon: Lexicon): boolean {
  if (cuttable.test(word)) return true;
  const [first, ...rest] = word.split("-");
  return lexicon.is(first, "hyphen_first") || rest.some((part) => lexicon.is(part, "hyphen_last"));
}

/** "2012-05-03" and "2012-05" stay whole; "1904-05" is two years. */
function isIso(word: string): boolean {
  const month = isoMonth.exec(word);
  return isoDate.test(word) || (month !== null && Number(month[3]) !== (Number(month[2]) + 1) % 100);
}

/** Lower case of the same length, so that offsets stay: a letter whose lower case is longer is left as it is. */
function plain(surface: string): string {
  const lower = surface.toLowerCase();
  const word = lower.length === surface.length ? lower : surface;
  return word.replace(/[’‘`´]/g, "'").replace(/[‐‑–—]/g, "-");
}
