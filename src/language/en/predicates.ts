import { z } from "zod";
import { channels, ploverTypes, type PloverType, type Token } from "../../core/layers.ts";
import { csvResource } from "../../core/resource.ts";
import { verbForms } from "./inflect.ts";
import type { Condition } from "./senses.ts";

/*
 * The predicate lexicon: verbs, nouns and adjectives that say who is for or against whom, or who did what to whom. A
 * frame names the places of source and target: `subj>obj` ("A condemned B"), `subj>on/against` ("A cracked down on
 * B"), `subj<>with` (both ways: "A met with B"), `from>subj` ("A received arms from B" is B towards A), `subj>obj=bad`
 * ("A called B a criminal"), `subj>obj=idea` ("A attacked B's plan": a class of en/word-classes), `agent>of/on` for nouns ("A's condemnation of B").
 */

export const predicatePos = ["verb", "noun", "adjective"] as const;

export interface Predicate {
  readonly lemma: string;
  readonly pos: (typeof predicatePos)[number];
  /** Words after the head: "crack down" has ["down"]. */
  readonly rest: readonly string[];
  /** Where the target stands: `obj`, or the prepositions before it. */
  readonly target: ReadonlySet<string>;
  /** Goes both ways: "A met with B". */
  readonly mutual: boolean;
  /** The subject is the target: "A received arms from B". */
  readonly inverse: boolean;
  /** The class of words the object must be of: "idea" of `subj>obj=idea` ("attacked the plan of B"). */
  readonly objectClass: string | undefined;
  /** Company in which the row does not hold. */
  readonly unless: readonly Condition[];
  /** 1 or -1 when the row holds only if the object is called something good or bad: "called B a criminal"; else 0. */
  readonly naming: -1 | 0 | 1;
  /** Absent for attitudes that are no events: "A loves B". */
  readonly plover: PloverType | undefined;
  readonly channel: (typeof channels)[number];
  readonly polarity: -1 | 0 | 1;
  /** 0 to 1. */
  readonly strength: number;
  /** The frame as written in the resource, and where the row came from: what `why` shows. */
  readonly frame: string;
  readonly source: string;
  /** A sentence of Arland and Borland in which the row holds. */
  readonly example: string;
}

/** Predicates by part of speech and the lemma of their head word, longest first. */
export type Predicates = Readonly<
  Record<(typeof predicatePos)[number], ReadonlyMap<string, readonly Predicate[]>>
> & {
  /** The lemma of each form of the verbs, for lemmas that were read wrongly. */
  readonly forms: ReadonlyMap<string, string>;
};

export const predicates = csvResource({
  name: "en/predicates",
  summary:
    "Verbs, nouns and adjectives of action and attitude with frame, PLOVER type, polarity and strength.",
  file: "en/predicates.csv",
  row: z.object({
    lemma: z.string().min(1),
    pos: z.enum(predicatePos),
    frame: z.string().regex(/^((subj|agent)<?>[a-z/]+|[a-z/]+>subj|subj>obj=[a-z]+)$/),
    plover: z.enum(ploverTypes).or(z.literal("")),
    channel: z.enum(channels),
    polarity: z.coerce.number().int().min(-1).max(1),
    strength: z.coerce.number().min(0).max(1),
    /** `object:illness;near:sport`: see `senses.ts`. */
    unless: z
      .string()
      .regex(/^((object|near|before|infinitive):[a-z]+(;|$))*$/)
      .default(""),
    source: z.string().min(1),
    example: z.string().min(1),
  }),
  build(rows): Predicates {
    const found = { verb: new Map<string, Predicate[]>(), noun: new Map(), adjective: new Map() };
    for (const row of rows) {
      // A hyphen is a token of its own: "cease", "-", "fire".
      const words = row.lemma.split(/ |(-)/).filter(Boolean);
      // The head of a verb phrase is its first word, of a compound noun its last.
      const head = row.pos === "noun" ? words.at(-1)! : words[0]!;
      const list = found[row.pos].get(head) ?? [];
      list.push({
        lemma: row.lemma,
        pos: row.pos,
        rest: row.pos === "noun" ? words.slice(0, -1) : words.slice(1),
        target: new Set(placesOf(row.frame)),
        mutual: row.frame.includes("<>"),
        inverse: row.frame.endsWith(">subj"),
        naming: row.frame.endsWith("=good") ? 1 : row.frame.endsWith("=bad") ? -1 : 0,
        objectClass: /=(?!good$|bad$)(.+)$/.exec(row.frame)?.[1],
        unless: row.unless
          .split(";")
          .filter(Boolean)
          .map((condition) => {
            const [place, words] = condition.split(":");
            return { place: place as Condition["place"], words: words! };
          }),
        plover: row.plover === "" ? undefined : row.plover,
        channel: row.channel,
        polarity: row.polarity as -1 | 0 | 1,
        strength: row.strength,
        frame: row.frame,
        source: row.source,
        example: row.example,
      });
      found[row.pos].set(head, list);
    }
    for (const lists of Object.values(found))
      for (const list of lists.values())
        list.sort((a: Predicate, b: Predicate) => b.rest.length - a.rest.length);
    const forms = new Map<string, string>();
    for (const lemma of found.verb.keys())
      for (const form of verbForms(lemma)) if (!forms.has(form)) forms.set(form, lemma);
    return { ...found, forms };
  },
});

/** The places of a frame besides its subject or agent: `obj`, or prepositions. */
function placesOf(frame: string): readonly string[] {
  const [left, right] = frame.replace(/=.*/, "").split(/<?>/);
  return (right === "subj" ? left! : right!).split("/");
}

/** Predicates that share head and length at one place of a sentence; their frames compete. */
export interface PredicateHit {
  /** Index of the head token in `tokens`. */
  readonly head: number;
  /** First token, and the one after the last. */
  readonly first: number;
  readonly last: number;
  readonly readings: readonly Predicate[];
}

/** The predicates whose head is one of `tokens[first..last)`, in order. */
export function findPredicates(
  lexicon: Predicates,
  tokens: readonly Token[],
  first: number,
  last: number,
): PredicateHit[] {
  const hits: PredicateHit[] = [];
  for (let at = first; at < last; at++) {
    const token = tokens[at]!;
    const lemma = token.lemma.toLowerCase();
    const candidates = candidatesAt(lexicon, tokens, at, lemma);
    if (candidates === undefined) continue;
    const matched = candidates.filter(
      (candidate) =>
        restMatches(candidate, tokens, at, first, last) && !promisesHarm(lexicon, candidate, tokens, at),
    );
    const length = matched[0]?.rest.length ?? 0;
    const readings = matched.filter(({ rest }) => rest.length === length);
    if (readings.length === 0) continue;
    const noun = readings[0]!.pos === "noun";
    hits.push({
      head: at,
      first: noun ? at - length : at,
      last: noun ? at + 1 : at + 1 + length,
      readings,
    });
  }
  return hits;
}

function candidatesAt(
  { verb, noun, adjective, forms }: Predicates,
  tokens: readonly Token[],
  at: number,
  lemma: string,
): readonly Predicate[] | undefined {
  const { upos, xpos, text } = tokens[at]!;
  const form = text.toLowerCase();
  if (upos === "NOUN" || upos === "PROPN") return noun.get(form) ?? noun.get(lemma);
  // "At odds with": a phrase that is used as an adjective.
  if (upos === "ADP") return adjective.get(form);
  if (upos !== "VERB" && upos !== "ADJ") return undefined;
  const asAdjective = upos === "ADJ" || xpos === "VBN" || xpos === "VBG" ? adjective.get(form) : undefined;
  const asVerb =
    upos === "VERB" || /(ed|ing)$/.test(form) ? (verb.get(lemma) ?? verb.get(forms.get(form) ?? "")) : [];
  if (xpos === "VBG") {
    // "Their shelling of B": a gerund with an owner or article is a noun.
    const before = tokens[at - 1]?.xpos;
    const owned = before === "POS" || before === "DT" || before === "PRP$";
    return (owned ? noun.get(form) : undefined) ?? asAdjective ?? asVerb;
  }
  // "Is alarmed by B" is an attitude before it is a passive.
  return asAdjective === undefined ? asVerb : [...asAdjective, ...(asVerb ?? [])];
}

/** "Vowed to attack B" promises nothing good, whatever a vow is. */
function promisesHarm(
  lexicon: Predicates,
  { pos, rest, polarity, target }: Predicate,
  tokens: readonly Token[],
  at: number,
): boolean {
  const to = at + 1 + rest.length;
  if (pos !== "verb" || polarity <= 0 || !target.has("to") || tokens[to]?.xpos !== "TO") return false;
  const inner = tokens[to + 1];
  if (inner?.upos !== "VERB") return false;
  return (candidatesAt(lexicon, tokens, to + 1, inner.lemma.toLowerCase())?.[0]?.polarity ?? 0) < 0;
}

function restMatches(
  { rest, pos }: Predicate,
  tokens: readonly Token[],
  at: number,
  first: number,
  last: number,
): boolean {
  const start = pos === "noun" ? at - rest.length : at + 1;
  if (start < first || start + rest.length > last) return false;
  return rest.every((word, index) => {
    const token = tokens[start + index]!;
    return token.text.toLowerCase() === word || token.lemma.toLowerCase() === word;
  });
}
