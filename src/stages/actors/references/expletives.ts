import type { Reading } from "../reading.ts";
import type { References } from "./refer.ts";

/** Verbs that are done to somebody: "accused it of". */
export function isActorObject(reading: Reading, references: References, at: number): boolean {
  const verb = reading.tokens[at - 1];
  return references.get(`object:${verb?.lemma.toLowerCase() ?? ""}`) !== undefined;
}

/** "as he put it", "made it clear": stands for nothing. */
export function isIdiom(reading: Reading, references: References, at: number): boolean {
  return references.get(`idle:${reading.tokens[at - 1]?.lemma.toLowerCase() ?? ""}`) !== undefined;
}

/** "it is clear that", "it seems", "when it comes to": stands for nothing. */
export function isEmpty(reading: Reading, references: References, at: number): boolean {
  const { tokens } = reading;
  const { sentence } = tokens[at]!;
  let next = at + 1;
  let copula = false;
  while (
    next < at + 6 &&
    tokens[next]?.sentence === sentence &&
    (tokens[next]!.upos === "AUX" || tokens[next]!.upos === "ADV" || tokens[next]!.upos === "PART")
  ) {
    if (tokens[next]!.lemma === "be") copula = true;
    next++;
  }
  const token = tokens[next];
  if (token?.sentence !== sentence) return false;
  if (references.get(`verb:${token.lemma.toLowerCase()}`)?.kind === "empty_verb") return true;
  if (!copula) return token.upos === "ADJ"; // "make it possible"
  // "it is clear that", "it was June", "it was only a pretext": mostly what was told before; only "it was forced to" is
  // taken for an actor.
  return token.upos !== "VERB";
}

/** "it will lead to …": what was told before, no actor. */
export function isEvent(reading: Reading, references: References, at: number): boolean {
  const { tokens } = reading;
  const { sentence } = tokens[at]!;
  for (let next = at + 1; next < at + 6 && tokens[next]?.sentence === sentence; next++) {
    const { upos, lemma } = tokens[next]!;
    if (upos === "VERB") return references.get(`verb:${lemma.toLowerCase()}`)?.kind === "event_verb";
    if (upos !== "AUX" && upos !== "ADV" && upos !== "PART") return false;
  }
  return false;
}
