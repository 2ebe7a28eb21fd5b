import type { Draft, Reading } from "../reading.ts";
import { rivalAt } from "./history.ts";
import { definite } from "./nominals.ts";
import { countedNoun, inOrder, pair } from "./pairs.ts";
import { Past } from "./past.ts";
import { pronoun, type PronounKit } from "./pronouns.ts";

/**
 * Pronouns and noun phrases that refer back. Every word is read once in the order of the text. Candidates are what the
 * last sentences named; where none is clearly likelier than the rest the reference stays open: an empty cell is better
 * than a wrong one.
 */
export function resolveReferences(reading: Reading, kit: PronounKit, drafts: readonly Draft[]): Draft[] {
  const startingAt = new Map(drafts.map((draft) => [draft.first, draft] as const));
  const found: Draft[] = [];
  const past = new Past(reading);
  for (let at = 0; at < reading.tokens.length; at++) {
    const made = startingAt.get(at) ?? readReference(reading, kit, past, startingAt, at);
    const rival = made === undefined ? rivalAt(reading, at) : undefined;
    if (rival !== undefined) past.addRival(rival);
    if (made === undefined) continue;
    if (!startingAt.has(at)) found.push(made);
    past.add(made);
    const open = made.mentionType === "nominal" && made.actorId === undefined && made.members === undefined;
    const head = open ? rivalAt(reading, made.last - 1) : undefined;
    if (head !== undefined) past.addRival(head);
    at = made.last - 1;
  }
  return found;
}

function readReference(
  reading: Reading,
  kit: PronounKit,
  past: Past,
  startingAt: ReadonlyMap<number, Draft>,
  at: number,
): Draft | undefined {
  const { tokens, lower } = reading;
  const { references } = kit;
  const word = lower[at]!;
  const { sentence, upos } = tokens[at]!;
  const next = tokens[at + 1]?.sentence === sentence ? lower[at + 1] : undefined;
  const row = references.get(word);
  if (row?.kind === "pronoun" || row?.kind === "reflexive")
    return pronoun(reading, kit, past, startingAt, at, row);
  const opens = word === "the" || word === "these" || word === "those" || row?.kind === "pair_pronoun";
  const counted = opens ? countedNoun(reading, references, at) : undefined;
  if (counted !== undefined) return pair(reading, past, at, counted);
  if (word !== "the" && word !== "this" && word !== "that") return undefined;
  if (upos !== "DET" && word !== "the") return undefined;
  if (next === undefined) return undefined;
  const order = references.get(next);
  if (order?.kind === "order" && isBare(reading, at + 2, sentence)) return inOrder(reading, past, at, next);
  return definite(reading, references, past, startingAt, at);
}

/** Whether nothing nominal follows: "the former into …", not "the former president". */
function isBare(reading: Reading, at: number, sentence: number): boolean {
  const token = reading.tokens[at];
  if (token?.sentence !== sentence) return true;
  return token.upos !== "NOUN" && token.upos !== "ADJ" && token.upos !== "PROPN" && token.text !== "-";
}
