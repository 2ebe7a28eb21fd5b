import type { Draft, Reading } from "../reading.ts";
import type { ReferenceRow } from "../registry/resources.ts";
import { isActorObject, isEmpty, isEvent, isIdiom } from "./expletives.ts";
import { candidateFeatures, covers, isBarred, placeOf, type Place } from "./features.ts";
import { isSubject, sideOf, type Entry } from "./history.ts";
import type { Past } from "./past.ts";
import { probabilities, type Weights } from "./ranking.ts";
import { refer, type References } from "./refer.ts";

/** Sentences back in which a pronoun may find what it stands for, and how many candidates are weighed. */
const reach = 3;
const most = 14;
/** Least probability at which the likeliest candidate is believed; else the reference stays open. */
const leastProbability = 0.5;
/** The same where somebody unknown stands near. */
const leastInDoubt = 0.85;

/** What a pronoun may stand for, with the features of each; the last stands for nothing that was named. */
export interface Choice {
  readonly pronoun: number;
  /** Table of weights: `he subject`. */
  readonly table: string;
  readonly candidates: readonly Entry[];
  readonly features: readonly (readonly string[])[];
}

/** Takes the place of the model while its weights are being fitted: index of the right candidate. */
export type Oracle = (choice: Choice) => number;

export interface PronounKit {
  readonly references: References;
  readonly weights: Weights;
  readonly oracle?: Oracle | undefined;
}

/** A pronoun: linked where one actor is likelier than all else, else open; undefined where it is no mention at all. */
export function pronoun(
  reading: Reading,
  kit: PronounKit,
  past: Past,
  startingAt: ReadonlyMap<number, Draft>,
  at: number,
  row: ReferenceRow,
): Draft | undefined {
  const { sentence, xpos, text } = reading.tokens[at]!;
  if (row.kind === "reflexive") return reflexive(reading, past, at, row);
  const possessive = xpos === "PRP$" || row.form === "its" || row.form === "his" || row.form === "their";
  const subject = !possessive && isSubject(reading, { first: at, last: at + 1, sentence });
  const place = placeOf(reading, at, possessive ? "possessive" : subject ? "subject" : "object");
  const word = text.toLowerCase();
  const idle = subject
    ? isEmpty(reading, kit.references, at) || isEvent(reading, kit.references, at)
    : isIdiom(reading, kit.references, at);
  if (word === "it" && idle) {
    past.leaveOpen(at);
    return undefined;
  }
  const choice = choiceOf(reading, kit.references, past, startingAt, place, row);
  const draft: Draft = {
    first: at, last: at + 1, sentence, mentionType: "pronoun", entityType: row.refers === "person" ? "person" : "other",
    method: "none", confidence: 0.3, rule: `references/${row.refers}`,
    gender: row.gender === "" ? undefined : row.gender,
  }; // prettier-ignore
  const best = word === "its" && past.isOpen(place.subject, sentence) ? undefined : chosen(choice, kit);
  const least = isDoubtful(place, row, choice) ? leastInDoubt : leastProbability;
  if (best !== undefined && best.probability >= least && !best.entry.ids[0]!.startsWith("?"))
    return refer(reading, draft, best.entry, best.probability);
  // "It" mostly stands for what nobody calls an actor: then it is no mention.
  return word === "it" ? undefined : draft;
}

function isDoubtful(place: Place, row: ReferenceRow, { candidates }: Choice): boolean {
  const isStranger = ({ ids, draft, plural, sentence }: Entry): boolean =>
    plural && draft !== undefined && ids[0]!.startsWith("?") && place.sentence - sentence <= 1;
  return row.number === "plural" && candidates.some(isStranger);
}

/** "itself", "himself": the subject of its clause. */
function reflexive(reading: Reading, past: Past, at: number, row: ReferenceRow): Draft | undefined {
  const { sentence } = reading.tokens[at]!;
  const { subject } = placeOf(reading, at, "object");
  const isSubjectHere = (entry: Entry): boolean =>
    covers(entry, subject) && agrees(entry, row) && !entry.ids[0]!.startsWith("?");
  const [entry] = subject < 0 ? [] : past.candidates(sentence, 0, isSubjectHere);
  if (entry === undefined) return undefined;
  const draft: Draft = {
    first: at, last: at + 1, sentence, mentionType: "pronoun", entityType: "other", method: "none", confidence: 0.3,
    rule: "references/reflexive", gender: row.gender === "" ? undefined : row.gender,
  }; // prettier-ignore
  return refer(reading, draft, entry, 0.85);
}

function choiceOf(
  reading: Reading,
  references: References,
  past: Past,
  startingAt: ReadonlyMap<number, Draft>,
  place: Place,
  row: ReferenceRow,
): Choice {
  const taken = place.role === "possessive" ? undefined : laterInClause(reading, startingAt, place.at);
  // "President Sanchez raised its budget": what was named before him is out of reach.
  const acting = row.form === "its" ? past.lastSubject(place.sentence) : undefined;
  const isHidden = ({ first }: Entry): boolean => acting?.person === true && first < acting.first;
  const isTaken = ({ ids }: Entry): boolean => taken !== undefined && ids.some((id) => taken.has(sideOf(id)));
  const candidates = past
    .candidates(
      place.sentence,
      reach,
      (entry) =>
        agrees(entry, row) && !isBarred(reading, entry, place) && !isTaken(entry) && !isHidden(entry),
    )
    .slice(0, most);
  const features = candidates.map((entry, rank) =>
    candidateFeatures(reading, place, entry, rank, past.opens(entry), past.named(entry)),
  );
  features.push(noneFeatures(reading, references, place, row, candidates));
  const kind = row.number === "plural" ? "they" : row.refers === "person" ? "he" : "it";
  return { pronoun: place.at, table: `${kind} ${place.role}`, candidates, features };
}

/** Number, gender and kind. */
function agrees(entry: Entry, row: ReferenceRow): boolean {
  if (row.number === "plural") return entry.plural || (!entry.person && entry.draft !== undefined);
  if (entry.plural) return false;
  if (row.refers === "person")
    return entry.person && (entry.gender === undefined || row.gender === "" || entry.gender === row.gender);
  return !entry.person;
}

/** What speaks for nothing that was named. */
function noneFeatures(
  reading: Reading,
  references: References,
  { at, role }: Place,
  row: ReferenceRow,
  candidates: readonly Entry[],
): string[] {
  const features = ["none", `none of ${Math.min(4, candidates.length)}`];
  if (row.form !== "it") return features;
  if (reading.syntax?.[at]!.relation === "expl") features.push("expletive");
  if (role !== "subject" && !isActorObject(reading, references, at)) features.push("not done to actors");
  return features;
}

/** The likeliest candidate; probabilities of entries of one actor add up. */
function chosen(
  choice: Choice,
  { weights, oracle }: PronounKit,
): { readonly entry: Entry; readonly probability: number } | undefined {
  const { candidates, features, table } = choice;
  if (oracle !== undefined) {
    const right = candidates[oracle(choice)];
    return right === undefined ? undefined : { entry: right, probability: 1 };
  }
  const chances = probabilities(weights.get(table), features);
  const sides = new Map<string, { entry: Entry; probability: number }>();
  candidates.forEach((entry, index) => {
    const side = entry.ids.map(sideOf).join("+");
    const known = sides.get(side);
    if (known === undefined) sides.set(side, { entry, probability: chances[index]! });
    else known.probability += chances[index]!;
  });
  let best: { entry: Entry; probability: number } | undefined;
  for (const side of sides.values())
    if (best === undefined || side.probability > best.probability) best = side;
  return best;
}

/** Actors named in the rest of the clause: a pronoun in it is somebody else. */
function laterInClause(
  reading: Reading,
  startingAt: ReadonlyMap<number, Draft>,
  at: number,
): ReadonlySet<string> {
  const { tokens, lower } = reading;
  const taken = new Set<string>();
  const { sentence } = tokens[at]!;
  for (let next = at + 1; next < at + 15 && tokens[next]?.sentence === sentence; next++) {
    const { upos, text } = tokens[next]!;
    if (upos === "SCONJ" || text === ";" || text === ":" || lower[next] === "that") break;
    const id = startingAt.get(next)?.actorId;
    if (id !== undefined) taken.add(sideOf(id));
  }
  return taken;
}
