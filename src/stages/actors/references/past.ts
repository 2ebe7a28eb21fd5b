import type { Draft, Reading } from "../reading.ts";
import type { ReferenceRow } from "../registry/resources.ts";
import { entryOf, isPerson, shareSide, sideOf, type Entry } from "./history.ts";

/** Sentences back in which something may be referred to. */
const reach = 2;
/** By how much the best candidate must lead the next one. */
const lead = 0.75;

/** Most actors that are taken for a list. */
const longestList = 6;

/** What was named so far, newest last. */
export class Past {
  readonly #reading: Reading;
  readonly #entries: Entry[] = [];
  readonly #rivals: Entry[] = [];
  /** Whom each noun last stood for. */
  readonly #nouns = new Map<string, string>();
  /** The first entry of each sentence. */
  readonly #openers = new Map<number, Entry>();
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
    if (draft.mentionType === "nominal") this.#nouns.set(this.#reading.lower[draft.last - 1]!, entry.ids[0]!);
    if (before?.sentence !== entry.sentence) this.#openers.set(entry.sentence, entry);
    for (const id of entry.ids) this.#counts.set(sideOf(id), (this.#counts.get(sideOf(id)) ?? 0) + 1);
    const list = this.#listEndingAt(entry, before);
    if (list.length < 2) return;
    const first = list[0]!;
    this.#entries.push({
      ...entry, first: first.first, ids: list.flatMap(({ ids }) => ids), plural: true,
      person: list.every(({ person }) => person), subject: list.some(({ subject }) => subject),
      head: first.head, role: first.role, gender: undefined, draft: undefined,
    }); // prettier-ignore
  }

  /** A common noun that words may refer to as well. */
  addRival(entry: Entry): void {
    this.#rivals.push(entry);
  }

  /** "A and B", "A, B and the C", "between A and the B": the mentions that an entry is named together with. */
  #listEndingAt(entry: Entry, before: Entry | undefined): readonly Entry[] {
    if (before === undefined || !this.#isJoined(before, entry)) return [entry];
    const list = [before, entry];
    for (let at = this.#entries.length - 3; at >= 0 && list.length < longestList; at--) {
      const earlier = this.#entries[at]!;
      const next = list[0]!;
      if (earlier.sentence !== next.sentence || !this.#areAlike(earlier, next)) break;
      const { lower } = this.#reading;
      const comma = lower[earlier.last] === ",";
      if (!comma || next.first - earlier.last > (lower[next.first - 1] === "the" ? 2 : 1)) break;
      list.unshift(earlier);
    }
    return list;
  }

  #areAlike(a: Entry, b: Entry): boolean {
    const sides = a.ids.map(sideOf);
    return a.person === b.person && !b.ids.some((id) => sides.includes(sideOf(id)));
  }

  #isJoined(a: Entry, b: Entry): boolean {
    if (a.sentence !== b.sentence || !this.#areAlike(a, b) || a.ids.length + b.ids.length > longestList)
      return false;
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

  /** Mentions and common nouns of this sentence and the `far` before it that `fits` lets pass, nearest first. */
  candidates(sentence: number, far: number, fits: (entry: Entry) => boolean): Entry[] {
    const found: Entry[] = [];
    let mention = this.#entries.length - 1;
    let rival = this.#rivals.length - 1;
    while (mention >= 0 || rival >= 0) {
      const a = this.#entries[mention];
      const b = this.#rivals[rival];
      const entry = b === undefined || (a !== undefined && a.last >= b.last) ? a! : b;
      if (entry === a) mention--;
      else rival--;
      if (sentence - entry.sentence > far) break;
      if (fits(entry)) found.push(entry);
    }
    return found;
  }

  /** The actor that a noun last stood for. */
  lastOf(noun: string): string | undefined {
    return this.#nouns.get(noun);
  }

  /** Notes an "it" that stands for no actor: nor does the "its" that it binds. */
  leaveOpen(token: number): void {
    this.#open = token;
  }

  /** Whether the subject of a clause is such an "it", or nobody was named since in the sentence. */
  isOpen(subject: number, sentence: number): boolean {
    if (this.#open < 0 || this.#reading.tokens[this.#open]!.sentence !== sentence) return false;
    return subject === this.#open || (this.#entries.at(-1)?.first ?? -1) < this.#open;
  }

  /** How often the actors of an entry were named so far. */
  named({ ids }: Entry): number {
    return Math.max(...ids.map((id) => this.#counts.get(sideOf(id)) ?? 0));
  }

  /** Whether an entry is the first of its sentence. */
  opens(entry: Entry): boolean {
    return this.#openers.get(entry.sentence) === entry;
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
      const often = Math.min(1, 0.2 * this.named(entry));
      const opens = this.#entries[at - 1]?.sentence !== entry.sentence;
      const score =
        extra +
        ([2.5, 2, 0.5][back] ?? 0.5 - 0.2 * back) +
        (opens ? 0.5 : 0) +
        (entry.subject ? 1.5 : 0) -
        (entry.weak ? 1 : 0) +
        often;
      const side = entry.ids.map(sideOf).join("+");
      const known = scores.get(side);
      if (known === undefined || score > known.score) scores.set(side, { score, entry });
    }
    const ranked = [...scores.values()].sort((a, b) => b.score - a.score || b.entry.first - a.entry.first);
    const [first, second] = ranked;
    // The likeliest may be somebody unknown: then nobody known is meant.
    if (first === undefined || first.entry.ids[0]!.startsWith("?")) return undefined;
    return second === undefined || first.score - second.score >= lead ? first.entry : undefined;
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

  /** The different sides named last, in their order: in this sentence so far, else in the one before. */
  namedLast(sentence: number): readonly Entry[] {
    const found: Entry[] = [];
    let wanted: number | undefined;
    for (let at = this.#entries.length - 1; at >= 0; at--) {
      const entry = this.#entries[at]!;
      if (sentence - entry.sentence > 1 || (wanted !== undefined && entry.sentence !== wanted)) break;
      if (entry.draft === undefined || entry.ids.length > 1 || entry.ids[0]!.startsWith("?")) continue;
      if (!found.some((other) => shareSide(other, entry))) found.unshift(entry);
      if (found.length > 1) wanted = entry.sentence;
    }
    return found;
  }

  /**
   * The members of the last list of so many of this kind, or the only ones of the kind in the last sentences, or the two
   * that the article so far is about. An object ("urged both sides") leaves out the subject of its sentence.
   */
  pairBefore(
    sentence: number,
    wanted: ReferenceRow["refers"],
    count: number,
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
    const sentences = new Set<number>();
    const spokenOf = new Set<string>();
    for (let at = this.#entries.length - 1; at >= 0; at--) {
      const entry = this.#entries[at]!;
      const back = sentence - entry.sentence;
      if (back > reach || (sides.size >= count && entry.sentence !== last)) break;
      if (entry.weak) continue;
      last = entry.sentence;
      if (acting !== undefined && back === 0 && shareSide(entry, acting)) continue;
      if (entry.ids.length === count && entry.ids.every(fits)) return entry.ids;
      if (entry.ids.length === 1 && fits(entry.ids[0]!)) {
        const side = sideOf(entry.ids[0]!);
        if (!sides.has(side)) {
          sides.set(side, entry.ids[0]!);
          sentences.add(entry.sentence);
        }
      } else if (wanted !== "person")
        for (const id of entry.ids)
          spokenOf.add(this.#reading.registry.actor(id)?.country?.toLowerCase() ?? "");
    }
    // Named in different sentences, with a president or the troops of a third between them: it may be one of the two.
    const third = sentences.size > 1 && [...spokenOf].some((state) => state !== "" && !sides.has(state));
    if (sides.size === count && !third) return [...sides.values()];
    return count === 2 ? this.#protagonists(fits) : undefined;
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
