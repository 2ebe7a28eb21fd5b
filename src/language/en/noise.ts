import { z } from "zod";
import { noiseKinds, type Noise } from "../../core/layers.ts";
import { csvResource } from "../../core/resource.ts";

/**
 * How a phrase of `resources/en/noise.csv` is looked for in a line, without regard to case. `line`: it is the whole
 * line; `start`, `end`: the line begins or ends with it; `prefix`: as `start`, even inside a word; `inside`: it stands
 * anywhere; `shape`: the line begins with the part before ` ... ` and holds the part behind it. `stamp`: a word that
 * time stamps are made of; `agency`: a news agency in a dateline; `cut`: a word that no whole sentence ends with.
 */
const positions = ["line", "start", "prefix", "end", "inside", "shape", "stamp", "agency", "cut"] as const;

/** `head`: only before the article's prose; `tail`: only behind it. */
const places = ["any", "head", "tail"] as const;

const row = z.strictObject({
  rule_id: z.string().regex(/^[a-z]+\.[a-z0-9_]+$/),
  kind: z.enum(noiseKinds),
  position: z.enum(positions),
  phrase: z.string().min(1),
  max_words: z.coerce.number().int().min(0),
  place: z.enum(places),
  source: z.string().min(1),
});
type Row = z.output<typeof row>;

export type NoiseRule = Pick<Noise, "kind" | "ruleId">;

/** Where a line stands: before the first paragraph of prose, behind the last one. */
export interface LinePlace {
  readonly head: boolean;
  readonly tail: boolean;
}

export interface NoiseRules {
  /** The rule that says the whole line is no prose of the article; undefined for prose. */
  readonly matchLine: (line: string, place: LinePlace) => NoiseRule | undefined;
  /** Whether a line is a date and time with nothing but "Updated", "Published at" and the like around it. */
  readonly isStamp: (line: string) => boolean;
  /** Whether every word belongs to a time stamp; numbers are not looked at. */
  readonly isStampText: (text: string) => boolean;
  readonly isAgency: (name: string) => boolean;
  /** Whether a sentence cannot end with the word. */
  readonly isCut: (word: string) => boolean;
}

export const noiseResource = csvResource({
  name: "en/noise",
  summary: "Phrases by which lines that are not the article's own prose are known.",
  file: "en/noise.csv",
  row,
  build: buildNoiseRules,
});

const letter = /[\p{L}\p{N}]/u;

function buildNoiseRules(rows: readonly Row[]): NoiseRules {
  const stamps = new Set<string>();
  const agencies = new Set<string>();
  const cuts = new Set<string>();
  const lines = new Map<string, Row>();
  const starts = new Map<string, Row[]>();
  const others: Row[] = [];
  for (const rule of rows) {
    const phrase = rule.phrase.toLowerCase();
    if (rule.position === "stamp") stamps.add(phrase);
    else if (rule.position === "agency") agencies.add(phrase);
    else if (rule.position === "cut") cuts.add(phrase);
    else if (rule.position === "line") lines.set(phrase, rule);
    else if (rule.position === "end" || rule.position === "inside") others.push({ ...rule, phrase });
    else {
      const key = phrase.slice(0, 3);
      starts.set(key, [...(starts.get(key) ?? []), { ...rule, phrase }]);
    }
  }
  const longest = Math.max(...rows.map((rule) => rule.max_words));
  const isStampText = (text: string): boolean => {
    const words = text.toLowerCase().match(/\p{L}+(?:\.\p{L}+)*/gu) ?? [];
    return words.every((word) => stamps.has(word.replaceAll(".", "")));
  };
  return {
    isStampText,
    isStamp: (line) => line.length <= 120 && /\d\d?[./: -]\d\d/.test(line) && isStampText(line),
    isCut: (word) => cuts.has(word.toLowerCase()),
    isAgency: (name) => agencies.has(name.toLowerCase()),
    matchLine(line, place) {
      if (line.length > longest * 15) return undefined;
      const text = simplify(line);
      const words = countWords(text);
      const fits = (rule: Row | undefined): rule is Row =>
        rule !== undefined && words <= rule.max_words && (rule.place === "any" || place[rule.place]);
      const whole = lines.get(text.replace(/[\s:.…|+-]+$/, ""));
      const rule =
        (fits(whole) ? whole : undefined) ??
        starts.get(text.slice(0, 3))?.find((candidate) => fits(candidate) && startsLike(text, candidate)) ??
        others.find(
          (candidate) =>
            fits(candidate) &&
            (candidate.position === "end"
              ? text.endsWith(candidate.phrase)
              : text.includes(candidate.phrase)),
        );
      return rule === undefined ? undefined : { kind: rule.kind, ruleId: rule.rule_id };
    },
  };
}

function startsLike(text: string, { position, phrase }: Row): boolean {
  if (position !== "shape") {
    if (!text.startsWith(phrase)) return false;
    const last = phrase.at(-1)!;
    return position === "prefix" || !letter.test(last) || !letter.test(text[phrase.length] ?? " ");
  }
  const [start = "", rest = ""] = phrase.split(" ... ");
  return text.startsWith(`${start} `) && text.includes(` ${rest}`, start.length);
}

/** Lower case, straight quotation marks, single spaces, without bullets and brackets in front. */
function simplify(line: string): string {
  return line
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/^[\s[•·*–—>»|▶►-]+/, "")
    .trim();
}

export function countWords(text: string): number {
  let words = 0;
  let inside = false;
  for (const sign of text) {
    const space = sign === " " || sign === "\n" || sign === "\t" || sign === "\u00a0";
    if (!space && !inside) words++;
    inside = !space;
  }
  return words;
}
