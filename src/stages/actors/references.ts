import { officeHolder } from "./agents.ts";
import { entryOf, isPerson, isSubject, sideOf, type Entry } from "./history.ts";
import { entityTypeOf, type Draft, type Reading } from "./reading.ts";
import type { ReferenceRow } from "./registry/resources.ts";
import { agentEndingAt } from "./titles.ts";

export type References = ReadonlyMap<string, ReferenceRow>;

export function referenceIndex(rows: readonly ReferenceRow[]): References {
  const prefix = (kind: ReferenceRow["kind"]): string =>
    kind === "actor_object" ? "object:" : kind.endsWith("_verb") ? "verb:" : "";
  return new Map(rows.map((row) => [prefix(row.kind) + row.form, row]));
}

/** Sentences back in which something may be referred to. */
const reach = 2;
/** The same for a role that was named before: "the army". */
const farReach = 8;
/** By how much the best candidate must lead the next one. */
const lead = 0.75;

/**
 * Pronouns and noun phrases that refer back. Every word is read once in the order of the text; candidates are what the
 * last sentences named, scored by distance, role in the sentence and number of mentions. Where two candidates are close
 * to each other the reference stays open: an empty cell is better than a wrong one.
 */
export function resolveReferences(
  reading: Reading,
  references: References,
  drafts: readonly Draft[],
): Draft[] {
  const { tokens, lower } = reading;
  const startingAt = new Map(drafts.map((draft) => [draft.first, draft] as const));
  const found: Draft[] = [];
  const past = new Past(reading);
  for (let at = 0; at < tokens.length; at++) {
    const draft = startingAt.get(at);
    if (draft !== undefined) {
      past.add(draft);
      at = draft.last - 1;
      continue;
    }
    const made = readReference(reading, references, past, startingAt, at, lower[at]!);
    if (made === undefined) continue;
    found.push(made);
    past.add(made);
    at = made.last - 1;
  }
  return found;
}

function readReference(
  reading: Reading,
  references: References,
  past: Past,
  startingAt: ReadonlyMap<number, Draft>,
  at: number,
  word: string,
): Draft | undefined {
  const { tokens, lower } = reading;
  const { sentence, upos } = tokens[at]!;
  const next = tokens[at + 1]?.sentence === sentence ? lower[at + 1] : undefined;
  const row = references.get(word);
  if (row?.kind === "pronoun") return pronoun(reading, references, past, startingAt, at, row);
  const opens = word === "the" || word === "these" || word === "those" || row?.kind === "pair_pronoun";
  const counted = opens ? countedNoun(reading, references, at) : undefined;
  if (counted !== undefined)
    return pair(
      reading,
      past,
      at,
      counted.last,
      counted.noun === undefined ? "pronoun" : "nominal",
      counted.noun,
    );
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

const numerals = new Set(["two", "both"]);

/** "both states", "the two countries", "the two", "neither": where it ends and the noun that is counted. */
function countedNoun(
  reading: Reading,
  references: References,
  at: number,
): { readonly last: number; readonly noun: ReferenceRow | undefined } | undefined {
  const { tokens, lower } = reading;
  const { sentence } = tokens[at]!;
  const here = (index: number): string | undefined =>
    tokens[index]?.sentence === sentence ? lower[index] : undefined;
  let next = at;
  if (here(next) === "the" || here(next) === "these" || here(next) === "those") next++;
  if (here(next) === "same") next++;
  const numeral = here(next);
  const alone = references.get(numeral ?? "");
  if (alone?.kind !== "pair_pronoun" && !numerals.has(numeral ?? "")) return undefined;
  if (next > at && numeral !== "two" && numeral !== "both") return undefined;
  if (next === at && numeral === "two") return undefined;
  next++;
  if (here(next) === "the") next++;
  const afterNumeral = next;
  if (tokens[next]?.sentence === sentence && tokens[next]!.upos === "ADJ") next++;
  for (const length of [2, 1]) {
    const form = Array.from({ length }, (_, index) => here(next + index)).join(" ");
    const noun = references.get(form) ?? references.get(`${form}s`);
    if (noun?.kind !== "pair") continue;
    // "both countries" but not "both country leaders".
    if (tokens[next + length]?.sentence === sentence && tokens[next + length]!.upos === "NOUN")
      return undefined;
    return { last: next + length, noun };
  }
  // Alone only as a subject: "both paid for it", "neither gave up".
  const following = tokens[afterNumeral];
  if (numeral === "two" || following?.sentence !== sentence) return undefined;
  if (following.upos !== "VERB" && following.upos !== "AUX") return undefined;
  return { last: afterNumeral, noun: undefined };
}

/** Two actors named together, or the only two of the last sentences. */
function pair(
  reading: Reading,
  past: Past,
  first: number,
  last: number,
  mentionType: "nominal" | "pronoun",
  noun: ReferenceRow | undefined,
): Draft | undefined {
  const { sentence } = reading.tokens[first]!;
  const wanted = noun?.refers ?? "any";
  const subject = noun === undefined || isSubject(reading, { first, last, sentence });
  const members = past.pairBefore(sentence, wanted, subject);
  const draft: Draft = {
    first, last, sentence, mentionType, entityType: wanted === "person" ? "person" : "state", method: "none",
    confidence: 0.3, rule: "references/pair",
  }; // prettier-ignore
  if (members === undefined) return noun === undefined ? undefined : draft;
  const governments = noun?.form === "governments";
  const ids = members.map((id) => {
    if (governments) return `${sideOf(id)}.gov`;
    return (noun?.refers === "state" || noun?.refers === "body") &&
      reading.registry.actor(sideOf(id))?.type === "state"
      ? sideOf(id)
      : id;
  });
  const known = ids.every((id) => id.startsWith("x.") || reading.registry.actor(id) !== undefined)
    ? ids
    : members;
  return {
    ...draft, members: [...known].sort(), method: "coreference", confidence: 0.7,
    entityType: known.every((id) => isPerson(reading, id)) ? "person" : entityTypeOf(reading, known[0]!),
  }; // prettier-ignore
}

/** "the former", "the latter": of the last two that were named together. */
function inOrder(reading: Reading, past: Past, at: number, word: string): Draft | undefined {
  const { sentence } = reading.tokens[at]!;
  const named = past.lastTogether(sentence);
  const draft: Draft = {
    first: at, last: at + 2, sentence, mentionType: "nominal", entityType: "other", method: "none", confidence: 0.3,
    rule: "references/order",
  }; // prettier-ignore
  const entry = named?.[word === "former" ? 0 : 1];
  return entry === undefined ? draft : refer(reading, draft, entry, 0.75);
}

function pronoun(
  reading: Reading,
  references: References,
  past: Past,
  startingAt: ReadonlyMap<number, Draft>,
  at: number,
  row: ReferenceRow,
): Draft | undefined {
  const { tokens } = reading;
  const { sentence } = tokens[at]!;
  const span = { first: at, last: at + 1, sentence };
  const subject = row.form === "it" || row.form === "they" ? isSubject(reading, span) : false;
  if (row.form === "it" && !subject && !isActorObject(reading, references, at)) return undefined;
  if (row.form === "it" && (isEmpty(reading, references, at) || isEvent(reading, references, at))) {
    past.leaveOpen(sentence);
    return undefined;
  }
  const draft: Draft = {
    ...span, mentionType: "pronoun", entityType: row.refers === "person" ? "person" : "other", method: "none",
    confidence: 0.3, rule: `references/${row.refers}`, gender: row.gender === "" ? undefined : row.gender,
  }; // prettier-ignore
  const possessive = row.form === "its" || row.form === "his" || row.form === "her" || row.form === "their";
  const taken = possessive ? undefined : laterInClause(reading, startingAt, at);
  const nearest = past.lastSubject(sentence);
  if (row.number === "plural" && hasPluralSubject(reading, past, sentence, at)) return draft;
  if (row.form === "its" && nearest === undefined && past.isOpen(sentence)) return draft;
  const best = past.best(sentence, (entry) => {
    // Strangers in the plural ("ethnic Albanians") are as likely as anybody known.
    if (row.number === "plural" && entry.plural && entry.ids[0]!.startsWith("?")) return 4.5;
    if (row.refers === "person" && !(entry.person && !entry.plural)) return undefined;
    if (row.refers === "body" && (entry.person || entry.plural)) return undefined;
    if (row.number === "plural" && !entry.plural && !isForce(reading, entry)) return undefined;
    if (row.gender !== "" && entry.gender !== undefined && entry.gender !== row.gender) return undefined;
    if (taken !== undefined && entry.ids.some((id) => taken.has(sideOf(id)))) return undefined;
    // An object is somebody else than the subject of its clause: "Sanchez thanked him".
    const object = !possessive && !subject && row.form !== "he" && row.form !== "she";
    if (object && nearest !== undefined && shareSide(entry, nearest)) return undefined;
    if (subject && !entry.subject) return entry.sentence === sentence && !entry.weak ? 0.5 : undefined;
    // "President Sanchez raised its budget": what was named before him is out of reach.
    if (possessive && row.refers === "body" && nearest?.person === true && entry.first < nearest.first)
      return undefined;
    const own = possessive && nearest !== undefined && entry.first === nearest.first ? 1.5 : 0;
    return (subject && entry.subject ? 1 : 0) + own;
  });
  return best === undefined ? draft : refer(reading, draft, best, row.refers === "person" ? 0.8 : 0.7);
}

/** Whether a plural noun that is no mention is a subject shortly before: "The protesters left. They …". */
function hasPluralSubject(reading: Reading, past: Past, sentence: number, at: number): boolean {
  const { tokens } = reading;
  for (let back = at - 1; back >= 0 && tokens[back]!.sentence >= sentence - 1; back--) {
    const { upos, text, lemma } = tokens[back]!;
    if (upos !== "NOUN" || text.toLowerCase() === lemma || !text.endsWith("s") || past.covers(back)) continue;
    if (isSubject(reading, { first: back, last: back + 1, sentence: tokens[back]!.sentence })) return true;
  }
  return false;
}

/** Verbs that are done to somebody: "accused it of". */
function isActorObject(reading: Reading, references: References, at: number): boolean {
  const verb = reading.tokens[at - 1];
  return references.get(`object:${verb?.lemma.toLowerCase() ?? ""}`) !== undefined;
}

/** Armies and armed groups are spoken of in the plural too. */
function isForce(reading: Reading, entry: Entry): boolean {
  return entry.ids.every((id) => {
    const type = reading.registry.actor(id)?.type;
    return type === "armed_group" || type === "military";
  });
}

function shareSide(a: Entry, b: Entry): boolean {
  const sides = new Set(a.ids.map(sideOf));
  return b.ids.some((id) => sides.has(sideOf(id)));
}

/** "it is clear that", "it seems", "when it comes to": stands for nothing. */
function isEmpty(reading: Reading, references: References, at: number): boolean {
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
function isEvent(reading: Reading, references: References, at: number): boolean {
  const { tokens } = reading;
  const { sentence } = tokens[at]!;
  for (let next = at + 1; next < at + 6 && tokens[next]?.sentence === sentence; next++) {
    const { upos, lemma } = tokens[next]!;
    if (upos === "VERB") return references.get(`verb:${lemma.toLowerCase()}`)?.kind === "event_verb";
    if (upos !== "AUX" && upos !== "ADV" && upos !== "PART") return false;
  }
  return false;
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

/** "the country", "the bloc", "the army", "the president": by kind of actor, by a word of its name, by its office. */
function definite(
  reading: Reading,
  references: References,
  past: Past,
  startingAt: ReadonlyMap<number, Draft>,
  at: number,
): Draft | undefined {
  const { tokens, lower, registry } = reading;
  const { sentence } = tokens[at]!;
  let last = at + 1;
  let head = at;
  while (last < at + 6 && tokens[last]?.sentence === sentence && !startingAt.has(last)) {
    const { upos, text } = tokens[last]!;
    if (upos !== "ADJ" && upos !== "NOUN" && upos !== "PROPN" && text !== "-") break;
    last++;
    if (upos === "NOUN" || upos === "PROPN") head = last;
  }
  if (head === at || (startingAt.has(head) && tokens[head]?.sentence === sentence)) return undefined;
  const draft: Draft = {
    first: at, last: head, sentence, mentionType: "nominal", entityType: "other", method: "none", confidence: 0.3,
    rule: "references/definite",
  }; // prettier-ignore
  const noun = lower[head - 1]!;
  const plain = head - at <= 3;
  if (lower[head] === "of" || lower[head] === "for") return undefined;
  if (!plain) return undefined;

  const named = past.best(sentence, (entry) =>
    entry.ids.length === 1 && !entry.person && nameHas(reading, entry, noun) ? 1 : undefined,
  );
  if (named !== undefined) return refer(reading, { ...draft, rule: "references/name_word" }, named, 0.8);

  const row = references.get(lower.slice(at + 1, head).join(" ")) ?? references.get(noun);
  if (row?.kind === "nominal") {
    const best = past.best(sentence, (entry) => kindScore(reading, entry, row.refers));
    if (best === undefined) return draft;
    const state = row.refers === "state" ? { ...best, ids: best.ids.map(sideOf) } : best;
    return refer(reading, draft, state, 0.7);
  }
  const agent = agentEndingAt(reading, head, at + 1);
  if (agent === undefined) return undefined;
  const { office, role, kind } = agent.agent;
  if (office !== undefined || kind === "person") {
    const person = past.best(sentence, (entry) =>
      entry.person && !entry.plural && hasOffice(reading, entry, office, noun) ? 1 : undefined,
    );
    if (person !== undefined) return refer(reading, { ...draft, rule: "references/office" }, person, 0.75);
    if (office === undefined) return undefined;
  }
  const hasRole = (entry: Entry): number | undefined =>
    entry.ids.length === 1 && entry.ids[0]!.endsWith(`.${role}`) ? 1 : undefined;
  const before =
    office === undefined && role !== "gov" && references.get(noun)?.kind === "role"
      ? past.best(sentence, hasRole, farReach)
      : undefined;
  if (before !== undefined) return refer(reading, { ...draft, rule: "references/role_before" }, before, 0.75);
  const owner = past.best(sentence, (entry) => kindScore(reading, entry, "state"));
  if (owner === undefined) return draft;
  const state = sideOf(owner.ids[0]!);
  if (office !== undefined) {
    const holder = officeHolder(reading, state, office, reading.day(sentence));
    return holder === undefined
      ? draft
      : {
          ...draft,
          actorId: holder,
          entityType: "person",
          method: "role",
          confidence: 0.6,
          rule: "references/office_holder",
          gender: registry.actor(holder)?.gender,
        };
  }
  if (references.get(noun)?.kind !== "role") return undefined;
  const id = `${state}.${role}`;
  if (registry.actor(id) === undefined) return draft;
  return {
    ...draft, actorId: id, entityType: entityTypeOf(reading, id), method: "coreference", confidence: 0.6,
    rule: "references/role", country: registry.actor(id)?.country,
  }; // prettier-ignore
}

function hasOffice(reading: Reading, entry: Entry, office: string | undefined, noun: string): boolean {
  const said = entry.draft?.role?.toLowerCase();
  if (said !== undefined && (said.endsWith(noun) || noun.endsWith(said))) return true;
  if (office === undefined) return false;
  const day = reading.day(entry.sentence);
  return entry.ids.some((id) =>
    (reading.registry.terms.get(id) ?? []).some(
      (term) => term.office === office && day !== undefined && term.from <= day && day <= term.to,
    ),
  );
}

function nameHas(reading: Reading, entry: Entry, noun: string): boolean {
  if (entry.weak && entry.draft?.mentionType === "demonym") return false;
  const id = entry.ids[0]!;
  const actor = reading.registry.actor(id);
  if (actor?.type === "state" || actor?.type === "government") return false;
  const names = actor === undefined ? [entry.draft?.name ?? ""] : [actor.name, ...actor.aliases];
  return noun.length > 3 && names.some((name) => ` ${name.toLowerCase()} `.includes(` ${noun} `));
}

/** How well a candidate fits a kind of actor; undefined when not at all. */
function kindScore(reading: Reading, entry: Entry, wanted: ReferenceRow["refers"]): number | undefined {
  if (entry.ids.length !== 1 || entry.person) return undefined;
  const id = entry.ids[0]!;
  const type = reading.registry.actor(wanted === "state" ? sideOf(id) : id)?.type ?? "other";
  const fits =
    wanted === "state"
      ? type === "state"
      : wanted === "igo"
        ? type === "igo"
        : wanted === "group"
          ? type === "armed_group"
          : wanted === "company" || wanted === "media" || wanted === "party"
            ? type === wanted
            : type === "igo" ||
              type === "ngo" ||
              type === "media" ||
              type === "armed_group" ||
              id.startsWith("x.org.");
  return fits ? 0 : undefined;
}

function refer(reading: Reading, draft: Draft, entry: Entry, confidence: number): Draft {
  const several = entry.ids.length > 1;
  return {
    ...draft,
    ...(several ? { members: [...entry.ids].sort() } : { actorId: entry.ids[0] }),
    name: entry.draft?.name, method: "coreference", confidence,
    entityType: entry.person ? "person" : entityTypeOf(reading, entry.ids[0]!),
    gender: draft.gender ?? entry.gender, country: reading.registry.actor(entry.ids[0]!)?.country,
  }; // prettier-ignore
}

/** What was named so far, newest last. */
class Past {
  readonly #reading: Reading;
  readonly #entries: Entry[] = [];
  #open = -1;
  readonly #counts = new Map<string, number>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  add(draft: Draft): void {
    const entry = entryOf(this.#reading, draft);
    if (entry === undefined) return;
    const before = this.#entries.at(-1);
    this.#entries.push(entry);
    for (const id of entry.ids) this.#counts.set(sideOf(id), (this.#counts.get(sideOf(id)) ?? 0) + 1);
    if (before !== undefined && this.#areTogether(before, entry)) {
      const ids = [...before.ids, ...entry.ids];
      this.#entries.push({
        ...entry, first: before.first, ids, plural: true, person: before.person && entry.person,
        subject: before.subject || entry.subject, gender: undefined, draft: undefined,
      }); // prettier-ignore
    }
  }

  /** "A and B", "between A and the B". */
  #areTogether(a: Entry, b: Entry): boolean {
    if (a.sentence !== b.sentence || a.person !== b.person || a.ids.length + b.ids.length > 3) return false;
    if (a.ids.some((id) => b.ids.map(sideOf).includes(sideOf(id)))) return false;
    const { tokens, lower } = this.#reading;
    const between = lower[a.first - 1] === "between";
    if (lower[a.last] !== "and" && !between) return false;
    let and = false;
    for (let at = a.last; at < b.first; at++) {
      if (lower[at] === "and") and = true;
      else if (tokens[at]!.upos === "VERB" || tokens[at]!.upos === "AUX") return false;
    }
    return and && b.first - a.last <= (between ? 10 : 4);
  }

  /** The best candidate of the last sentences, if it leads clearly. `fit` adds to the score or rules out. */
  best(sentence: number, fit: (entry: Entry) => number | undefined, far = reach): Entry | undefined {
    const scores = new Map<string, { score: number; entry: Entry }>();
    for (let at = this.#entries.length - 1; at >= 0; at--) {
      const entry = this.#entries[at]!;
      const back = sentence - entry.sentence;
      if (back > far) break;
      const extra = fit(entry);
      if (extra === undefined) continue;
      const often = Math.min(1, 0.2 * Math.max(...entry.ids.map((id) => this.#counts.get(sideOf(id)) ?? 0)));
      const score =
        extra +
        ([2.5, 2, 0.5][back] ?? 0.5 - 0.2 * back) +
        (this.#opens(at) ? 0.5 : 0) +
        (entry.subject ? 1.5 : 0) -
        (entry.weak ? 1 : 0) +
        often;
      const side = entry.ids.map(sideOf).join("+");
      const known = scores.get(side);
      if (known === undefined || score > known.score) scores.set(side, { score, entry });
    }
    const ranked = [...scores.values()].sort((a, b) => b.score - a.score || b.entry.first - a.entry.first);
    const [first, second] = ranked;
    if (first === undefined) return undefined;
    // The likeliest may be somebody unknown: then nobody known is meant.
    if (first.entry.ids[0]!.startsWith("?")) return undefined;
    return second === undefined || first.score - second.score >= lead ? first.entry : undefined;
  }

  /** Notes that an "it" of this sentence stands for no actor: nor then does its "its". */
  leaveOpen(sentence: number): void {
    this.#open = sentence;
  }

  isOpen(sentence: number): boolean {
    return this.#open === sentence;
  }

  /** Whether a token of the last sentences belongs to a mention. */
  covers(token: number): boolean {
    for (let at = this.#entries.length - 1; at >= 0 && this.#entries[at]!.last + 80 > token; at--)
      if (this.#entries[at]!.first <= token && token < this.#entries[at]!.last) return true;
    return false;
  }

  /** Whether an entry is the first of its sentence. */
  #opens(at: number): boolean {
    return this.#entries[at - 1]?.sentence !== this.#entries[at]!.sentence;
  }

  /** The last subject of this sentence so far. */
  lastSubject(sentence: number): Entry | undefined {
    for (let at = this.#entries.length - 1; at >= 0; at--) {
      const entry = this.#entries[at]!;
      if (entry.sentence !== sentence) return undefined;
      if (entry.subject) return entry;
    }
    return undefined;
  }

  /** The last two that were named together, in their order. */
  lastTogether(sentence: number): readonly [Entry, Entry] | undefined {
    for (let at = this.#entries.length - 1; at >= 2; at--) {
      const entry = this.#entries[at]!;
      if (sentence - entry.sentence > 1) return undefined;
      if (entry.draft === undefined) return [this.#entries[at - 2]!, this.#entries[at - 1]!];
    }
    return undefined;
  }

  /**
   * The members of the last pair of this kind, or the only two actors of the kind in the last sentences, or the two that
   * the article so far is about. An object ("urged both sides") leaves out the subject of its sentence.
   */
  pairBefore(
    sentence: number,
    wanted: ReferenceRow["refers"],
    subject: boolean,
  ): readonly string[] | undefined {
    const fits = (id: string): boolean => {
      if (id.startsWith("?")) return false;
      if (wanted === "any") return true;
      if (wanted === "state") return this.#reading.registry.actor(sideOf(id))?.type === "state";
      return (wanted === "person") === isPerson(this.#reading, id);
    };
    const acting = subject ? undefined : this.lastSubject(sentence);
    let last = -1;
    const sides = new Map<string, string>();
    for (let at = this.#entries.length - 1; at >= 0; at--) {
      const entry = this.#entries[at]!;
      const back = sentence - entry.sentence;
      if (back > reach || (sides.size >= 2 && entry.sentence !== last)) break;
      last = entry.sentence;
      if (acting !== undefined && back === 0 && shareSide(entry, acting)) continue;
      if (entry.ids.length === 2 && entry.ids.every(fits)) return entry.ids;
      if (entry.ids.length === 1 && fits(entry.ids[0]!)) {
        const side = sideOf(entry.ids[0]!);
        if (!sides.has(side)) sides.set(side, entry.ids[0]!);
      }
    }
    return sides.size === 2 ? [...sides.values()] : this.#protagonists(fits);
  }

  /** The two of a kind that are named most, if they stand out from the third. */
  #protagonists(fits: (id: string) => boolean): readonly string[] | undefined {
    const [first, second, third] = [...this.#counts]
      .filter(
        ([id]) =>
          fits(id) && (isPerson(this.#reading, id) || this.#reading.registry.actor(id)?.type === "state"),
      )
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (first === undefined || second === undefined || second[1] < 2) return undefined;
    return third === undefined || second[1] >= 1.5 * third[1] ? [first[0], second[0]] : undefined;
  }
}
