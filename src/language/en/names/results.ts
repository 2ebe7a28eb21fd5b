import { nerTypes } from "../../../core/layers.ts";
import type { DocumentWords, Run } from "./document.ts";
import { gazetteerClasses } from "./gazetteer.ts";
import { labels } from "./labels.ts";
import { kinds } from "./words.ts";

const place = 1 + 4 * nerTypes.indexOf("LOC");
const organization = 1 + 4 * nerTypes.indexOf("ORG");
const state = gazetteerClasses.indexOf("state");

/**
 * In a line of results ("Leeds 2 Bath 1") a town stands for its team, an organization in the annotation of name
 * corpora; states stay places. The training sets hold next to no such lines, so this is a rule: what speaks for a place
 * speaks for an organization there. Changes `emissions` in place.
 */
export function readResults(document: DocumentWords, sentence: Run, emissions: Float64Array): void {
  if (!isResultLine(document, sentence)) return;
  for (let i = sentence.first; i < sentence.last; i++) {
    if (document.runOf[i]! < 0 || document.gazetteer[i]!.some((match) => match >> 2 === state)) continue;
    const at = i * labels.length;
    for (let part = 0; part < 4; part++) {
      const forPlace = emissions[at + place + part]!;
      const forOrganization = emissions[at + organization + part]!;
      if (forPlace <= forOrganization) continue;
      emissions[at + place + part] = forOrganization;
      emissions[at + organization + part] = forPlace;
    }
  }
}

/** At least two numbers that follow a name or another number, and hardly a word in lower case. */
function isResultLine({ words }: DocumentWords, { first, last }: Run): boolean {
  let scores = 0;
  let small = 0;
  for (let i = first + 1; i < last; i++) {
    const { kind } = words[i]!;
    const before = words[i - 1]!;
    if (kind === kinds.number && (before.capital || before.kind === kinds.number)) scores++;
    else if (kind === kinds.lower) small++;
  }
  return scores >= 2 && small <= scores / 2;
}
