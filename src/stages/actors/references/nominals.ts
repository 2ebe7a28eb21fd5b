import { officeHolder } from "../agents.ts";
import { entityTypeOf, type Draft, type Reading } from "../reading.ts";
import type { Agent } from "../registry/registry.ts";
import type { ReferenceRow } from "../registry/resources.ts";
import { agentEndingAt, isPast } from "../titles.ts";
import { isBarred, placeOf } from "./features.ts";
import { isSubject, sideOf, type Entry } from "./history.ts";
import type { Past } from "./past.ts";
import { refer, type References } from "./refer.ts";

/** Sentences back in which what bears the noun in its name may stand, or a role that was named: "the army". */
const farReach = 8;

/** How well an entry fits; undefined when not at all. */
type Fit = (entry: Entry) => number | undefined;

/** A definite noun phrase with what its look-ups need. */
interface Phrase {
  readonly reading: Reading;
  readonly draft: Draft;
  /** Its head in lower case, and all its words after the determiner. */
  readonly noun: string;
  readonly words: string;
  readonly plural: boolean;
  readonly agent: Agent | undefined;
  readonly past: boolean;
  /** The best entry that may be meant here: an object is not the subject of its own clause. */
  readonly best: (fit: Fit, far?: number) => Entry | undefined;
  /** The side that the same noun last stood for. */
  readonly before: string | undefined;
}

/** "the country", "the bloc", "the army", "the president": by kind of actor, by a word of its name, by its office. */
export function definite(
  reading: Reading,
  references: References,
  past: Past,
  startingAt: ReadonlyMap<number, Draft>,
  at: number,
): Draft | undefined {
  const phrase = phraseAt(reading, past, startingAt, at);
  if (phrase === undefined) return undefined;
  const row = references.get(phrase.words) ?? references.get(phrase.noun);
  return (
    byName(phrase) ??
    (row?.kind === "nominal" ? byKind(phrase, row) : undefined) ??
    (phrase.agent === undefined ? undefined : byAgent(phrase, phrase.agent, row?.kind === "role"))
  );
}

function phraseAt(
  reading: Reading,
  past: Past,
  startingAt: ReadonlyMap<number, Draft>,
  at: number,
): Phrase | undefined {
  const { tokens, lower } = reading;
  const { sentence } = tokens[at]!;
  let last = at + 1;
  let head = at;
  while (last < at + 6 && tokens[last]?.sentence === sentence && !startingAt.has(last)) {
    const { upos, text } = tokens[last]!;
    if (upos !== "ADJ" && upos !== "NOUN" && upos !== "PROPN" && text !== "-") break;
    last++;
    if (upos === "NOUN" || upos === "PROPN") head = last;
  }
  if (head === at || head - at > 3 || (startingAt.has(head) && tokens[head]?.sentence === sentence))
    return undefined;
  if (lower[head] === "of" || lower[head] === "for") return undefined;
  const draft: Draft = {
    first: at, last: head, sentence, mentionType: "nominal", entityType: "other", method: "none", confidence: 0.3,
    rule: "references/definite",
  }; // prettier-ignore
  const place = placeOf(reading, head - 1, isSubject(reading, draft) ? "subject" : "object");
  return {
    reading, draft, noun: lower[head - 1]!, words: lower.slice(at + 1, head).join(" "),
    plural: tokens[head - 1]!.xpos === "NNS", past: isPast(reading, head - 1),
    agent: agentEndingAt(reading, head, at + 1)?.agent, before: past.lastOf(lower[head - 1]!),
    best: (fit, far) => past.best(sentence, (entry) => (isBarred(reading, entry, place) ? undefined : fit(entry)), far),
  }; // prettier-ignore
}

/** "the court" for the International Court of Justice. */
function byName({ reading, draft, noun, best, plural }: Phrase): Draft | undefined {
  if (plural) return undefined;
  const named = best(
    (entry) => (entry.ids.length === 1 && !entry.person && nameHas(reading, entry, noun) ? 1 : undefined),
    farReach,
  );
  return named && refer(reading, { ...draft, rule: "references/name_word" }, named, 0.8);
}

/** "the country", "the bloc", "the rebels": an actor of this kind. */
function byKind({ reading, draft, best, before }: Phrase, { refers }: ReferenceRow): Draft {
  const fit: Fit = (entry) => {
    const score = kindScore(reading, entry, refers);
    const same = refers !== "state" && before !== undefined && entry.ids[0] === before;
    return score === undefined ? undefined : score + (same ? 1 : 0);
  };
  const found = best(fit, refers === "state" ? undefined : farReach);
  if (found === undefined) return draft;
  return refer(reading, draft, refers === "state" ? { ...found, ids: found.ids.map(sideOf) } : found, 0.7);
}

/** "the minister", "the army", "the junta": who was named in that office or role, else that of the state spoken of. */
function byAgent(phrase: Phrase, { offices, role, kind }: Agent, isRole: boolean): Draft | undefined {
  const { reading, draft, best, noun, before, plural, past } = phrase;
  const { registry } = reading;
  const office = kind === "office" && offices.length > 0;
  if ((office || kind === "person") && !plural) {
    const fit: Fit = (entry) =>
      entry.person && !entry.plural && hasOffice(reading, entry, offices, noun) ? 1 : undefined;
    const person = best(fit) ?? best(fit, farReach);
    if (person !== undefined) return refer(reading, { ...draft, rule: "references/office" }, person, 0.75);
  }
  if (!office && !isRole) return undefined;
  if (past || (office && plural)) return draft;
  const hasRole: Fit = ({ ids }) => {
    const same = ids[0] === before;
    if (ids.length !== 1 || !(same || (role !== "gov" && ids[0]!.endsWith(`.${role}`)))) return undefined;
    return same ? 2 : 1;
  };
  const named = office ? undefined : best(hasRole, farReach);
  if (named !== undefined) return refer(reading, { ...draft, rule: "references/role_before" }, named, 0.75);
  const owner = best((entry) => kindScore(reading, entry, "state"));
  if (owner === undefined) return draft;
  const state = sideOf(owner.ids[0]!);
  const id = office ? officeHolder(reading, state, offices, reading.day(draft.sentence)) : `${state}.${role}`;
  const actor = id === undefined ? undefined : registry.actor(id);
  if (actor === undefined) return draft;
  return {
    ...draft, actorId: actor.id, entityType: entityTypeOf(reading, actor.id), confidence: 0.6,
    method: office ? "role" : "coreference", rule: office ? "references/office_holder" : "references/role",
    gender: actor.gender, country: actor.country,
  }; // prettier-ignore
}

function hasOffice(reading: Reading, entry: Entry, offices: readonly string[], noun: string): boolean {
  const said = entry.draft?.role?.toLowerCase();
  if (said !== undefined && (said.endsWith(noun) || noun.endsWith(said))) return true;
  const day = reading.day(entry.sentence);
  return entry.ids.some((id) =>
    (reading.registry.terms.get(id) ?? []).some(
      (term) =>
        (offices.includes(term.office) || term.office.endsWith(`_${noun}`)) &&
        day !== undefined && term.from <= day && day <= term.to,
    ),
  );
} // prettier-ignore

function nameHas(reading: Reading, entry: Entry, noun: string): boolean {
  if (entry.weak && entry.draft?.mentionType === "demonym") return false;
  const id = entry.ids[0]!;
  const actor = reading.registry.actor(id);
  if (actor?.type === "state" || actor?.type === "government") return false;
  const names = actor === undefined ? [entry.draft?.name ?? ""] : [actor.name, ...actor.aliases];
  return noun.length > 3 && names.some((name) => heads(name.toLowerCase(), noun));
}

/** Whether a noun is the head of a name: "court" of "International Court of Justice", "league" of "Arab League". */
function heads(name: string, noun: string): boolean {
  return name.endsWith(` ${noun}`) || name.includes(` ${noun} of `) || name.startsWith(`${noun} of `);
}

/** Types of actor that a kind of noun may stand for, with how well each fits. */
const typesOf: Readonly<Partial<Record<ReferenceRow["refers"], Readonly<Record<string, number>>>>> = {
  state: { state: 0 }, igo: { igo: 0 }, company: { company: 0, discovered: -0.5 }, media: { media: 0 }, party: { party: 0 },
  force: { military: 0, armed_group: 0 }, group: { armed_group: 0, igo: -1, ngo: -1 },
  alliance: { igo: 0 },
  organisation: { igo: 0, ngo: 0, media: 0, armed_group: 0, discovered: 0 },
}; // prettier-ignore

/** How well a candidate fits a kind of actor; undefined when not at all. */
function kindScore(reading: Reading, entry: Entry, wanted: ReferenceRow["refers"]): number | undefined {
  if (entry.ids.length !== 1 || entry.person) return undefined;
  const id = wanted === "state" ? sideOf(entry.ids[0]!) : entry.ids[0]!;
  const actor = reading.registry.actor(id);
  const type = actor?.type ?? (id.startsWith("x.org.") ? "discovered" : "");
  // The European Union is a bloc but no alliance.
  if (wanted === "alliance" && actor?.plover.includes("MIL") !== true) return undefined;
  return typesOf[wanted]?.[type];
}
