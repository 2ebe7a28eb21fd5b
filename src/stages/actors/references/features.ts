import type { Reading } from "../reading.ts";
import { clauseAbove, clauseOf, objectOf, subjectOf } from "../clauses.ts";
import type { Entry } from "./history.ts";

/** Where a pronoun stands: its clause and the words that bind it, or are barred from it. */
export interface Place {
  readonly at: number;
  readonly sentence: number;
  readonly role: "object" | "possessive" | "subject";
  readonly clause: number;
  readonly above: number;
  /** Heads of the subject of its clause, and of subject and object of the clause above; -1 for none. */
  readonly subject: number;
  readonly subjectAbove: number;
  readonly objectAbove: number;
}

export function placeOf(reading: Reading, at: number, role: Place["role"]): Place {
  const clause = clauseOf(reading, at);
  const above = clauseAbove(reading, clause);
  const own = subjectOf(reading, clause);
  return {
    at, sentence: reading.tokens[at]!.sentence, role, clause, above,
    // "Its navy sailed": what stands inside the subject is not bound by it.
    subject: own === at || dominates(reading, own, at) ? -1 : own,
    subjectAbove: subjectOf(reading, above), objectAbove: objectOf(reading, above),
  }; // prettier-ignore
}

function dominates({ syntax }: Reading, head: number, token: number): boolean {
  if (head < 0 || syntax === undefined) return false;
  let at = token;
  for (let steps = 0; steps < 12 && at >= 0; steps++) {
    if (at === head) return true;
    at = syntax[at]!.head;
  }
  return false;
}

export const covers = (entry: Entry, token: number): boolean => entry.first <= token && token < entry.last;

/** Whether an object stands beside an entry as the subject of the same clause: then it is somebody else. */
export function isBarred(reading: Reading, entry: Entry, place: Place): boolean {
  if (place.role !== "object") return false;
  if (place.subject >= 0 && covers(entry, place.subject)) return true;
  return (
    entry.sentence === place.sentence && entry.role === "subject" && place.clause >= 0 &&
    clauseOf(reading, entry.head) === place.clause
  );
} // prettier-ignore

/** What speaks for or against a candidate; `rank` counts the other candidates that stand nearer. */
export function candidateFeatures(
  reading: Reading,
  place: Place,
  entry: Entry,
  rank: number,
  opens: boolean,
  named: number,
): string[] {
  const back = place.sentence - entry.sentence;
  const near = back === 0 ? "same" : back === 1 ? "before" : "far";
  const features = [
    ["same sentence", "1 back", "2 back", "3 back"][back] ?? "3 back",
    rank > 3 ? "nearer 4" : `nearer ${rank}`,
    `${near} ${entry.role}`,
    kindOf(reading, entry),
  ];
  if (rank === 0 && back === 0) features.push("nearest in sentence");
  if (opens) features.push(`${near} opens`);
  if (entry.weak) features.push("place or adjective");
  if (!entry.ids[0]!.startsWith("?")) features.push(named > 4 ? "named 5" : `named ${named}`);
  const { subject, subjectAbove, objectAbove } = place;
  if (subject >= 0 && covers(entry, subject)) features.push("subject of clause");
  else if (subjectAbove >= 0 && covers(entry, subjectAbove))
    features.push("subject above", `subject above, ${clauseKind(reading, place.clause)}`);
  else if (objectAbove >= 0 && covers(entry, objectAbove)) features.push("object above");
  else if (back === 0) features.push("elsewhere in sentence");
  const role = place.role === "possessive" ? "possessor" : place.role;
  if (back > 0 && role === entry.role) features.push("same role");
  return features;
}

function clauseKind({ syntax }: Reading, clause: number): string {
  return clause < 0 ? "none" : syntax![clause]!.relation.split(":")[0]!;
}

function kindOf(reading: Reading, entry: Entry): string {
  if (entry.ids[0]!.startsWith("?")) {
    if (entry.draft !== undefined) return "stranger";
    const before = reading.lower[entry.first - 1];
    const article = before === "the" || before === "a" || before === "an" ? before[0]! : "no";
    return `noun, ${article} article${entry.person ? ", person" : ""}`;
  }
  if (entry.ids.length > 1) return entry.person ? "persons" : "several";
  const mention = entry.draft?.mentionType ?? "name";
  if (entry.person) return `person, ${mention}`;
  const type = reading.registry.actor(entry.ids[0]!)?.type;
  const force = type === "armed_group" || type === "military";
  return `${type === "state" || type === "government" ? "state" : force ? "force" : "organization"}, ${mention}`;
}
