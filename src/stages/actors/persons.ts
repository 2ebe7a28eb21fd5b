import { jaroWinkler } from "../../language/en/natural.ts";
import { tellGenders, type FirstNames } from "./genders.ts";
import type { Draft, Reading } from "./reading.ts";
import type { Term } from "./registry/registry.ts";
import { nameSlug, surnameForms } from "./registry/keys.ts";
import { titleBefore } from "./titles.ts";

/** Least Jaro-Winkler similarity at which a misspelt name under the right title counts as the person. */
const leastSimilarity = 0.7;

/** A person of the article under the fullest name seen. */
interface Known {
  readonly actorId: string;
  readonly name: string;
  readonly words: readonly string[];
  readonly offices: Set<string>;
}

/**
 * Links the names of persons. Full names first, from the registry or as discovered actors; then short names by the full
 * names of the article (in either direction), by their title, by the holder of an office at the time, and at last by
 * likeness under the same title.
 */
export function linkPersons(reading: Reading, firstNames: FirstNames, drafts: readonly Draft[]): void {
  const people = drafts.filter((draft) => draft.entityType === "person" || draft.seenAs === "person");
  const demonymAt = new Map(drafts.map((draft) => [draft.last, draft] as const));
  const known = new Map<string, Known>();
  const countries = countriesOf(reading, drafts);

  for (const draft of people) {
    const title = titleBefore(reading, draft);
    if (title !== undefined) {
      draft.role = title.text;
      const { offices } = title.noun.agent;
      if (!title.past && offices.length === 1) draft.office = offices[0];
      draft.gender = title.gender;
      draft.country ??= countryBefore(reading, demonymAt, title.noun.first);
    }
    const words = wordsOf(reading, draft);
    if (draft.aliases !== undefined && draft.entityType === "person" && draft.aliases.length > 0)
      linkRegistered(reading, draft);
    else if (words.length > 1 && draft.entityType === "person")
      linkFull(reading, draft, words, draft.office !== undefined);
    if (draft.actorId !== undefined) remember(reading, known, draft, words);
  }
  for (const draft of people) {
    const words = wordsOf(reading, draft);
    if (draft.actorId !== undefined || words.length < 2 || draft.entityType !== "person") continue;
    linkAlike(draft, words, known);
    if (draft.actorId !== undefined) continue;
    discover(reading, draft);
    if (draft.actorId !== undefined) remember(reading, known, draft, words);
  }
  const byWord = new Map<string, Known[]>();
  for (const person of known.values())
    for (const form of new Set([
      person.words[0]!,
      ...surnameForms(person.words, false),
      person.words.join(" "),
    ]))
      byWord.set(form, [...(byWord.get(form) ?? []), person]);

  for (const draft of people) {
    if (draft.actorId !== undefined) continue;
    const words = wordsOf(reading, draft);
    const key = words.join(" ");
    const short = (byWord.get(key) ?? []).filter(
      (person) => person.words.length > words.length || person.words.join(" ") === key,
    );
    const fitting =
      draft.office === undefined
        ? short
        : short.filter((person) => person.offices.has(draft.office!) || short.length === 1);
    if (fitting.length === 1) take(draft, fitting[0]!, "short_name", 0.95);
    else if (draft.entityType !== "person")
      continue; // A state or place that the recogniser took for a person.
    else if (fitting.length > 1) linkMostRecent(drafts, draft, fitting);
    else {
      linkByOffice(reading, draft, key, countries);
      if (draft.actorId === undefined) linkAlike(draft, words, known);
      if (draft.actorId === undefined) discover(reading, draft);
    }
    if (draft.actorId !== undefined) draft.entityType = "person";
  }
  tellGenders(reading, firstNames, people);
}

function wordsOf(reading: Reading, draft: Draft): string[] {
  return reading.keys
    .slice(draft.first, draft.last)
    .flat()
    .filter((word) => word !== "s");
}

/** Countries of an article with how often each is meant. */
function countriesOf(reading: Reading, drafts: readonly Draft[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const draft of drafts) {
    const id = draft.aliases?.[0]?.actorId;
    const iso3 = id === undefined ? undefined : reading.registry.actor(id)?.country;
    if (iso3 !== undefined) counts.set(iso3, (counts.get(iso3) ?? 0) + 1);
  }
  return counts;
}

/** Country of the demonym or possessive before a title: "Russian President", "Iran's foreign minister". */
function countryBefore(
  reading: Reading,
  endingAt: ReadonlyMap<number, Draft>,
  first: number,
): string | undefined {
  const owner =
    endingAt.get(first) ?? (reading.lower[first - 1]?.endsWith("s") ? endingAt.get(first - 1) : undefined);
  const id = owner?.aliases?.[0]?.actorId;
  return id === undefined ? undefined : reading.registry.actor(id)?.country;
}

function linkRegistered(reading: Reading, draft: Draft): void {
  const ids = [...new Set(draft.aliases!.map((alias) => alias.actorId))];
  const day = reading.day(draft.sentence);
  const inOffice = ids.filter((id) =>
    (reading.registry.terms.get(id) ?? []).some((term) => covers(term, day)),
  );
  const chosen = ids.length === 1 ? ids[0] : inOffice.length === 1 ? inOffice[0] : undefined;
  if (chosen === undefined) return;
  const exact = draft.aliases!.find((alias) => alias.actorId === chosen)!.kind === "name";
  link(
    draft,
    chosen,
    exact ? "exact" : "alias",
    exact ? 0.98 : 0.95,
    exact ? "persons/exact" : "persons/alias",
  );
}

/** A full name that is not registered as it stands: with a middle name more or less, else a discovered person. */
function linkFull(reading: Reading, draft: Draft, words: readonly string[], titled: boolean): void {
  const outer = reading.registry.aliases.get(`${words[0]!} ${words.at(-1)!}`);
  const ids = [
    ...new Set((outer ?? []).map((alias) => alias.actorId).filter((id) => id.startsWith("person."))),
  ];
  if (words.length > 2 && ids.length === 1) link(draft, ids[0]!, "alias", 0.85, "persons/middle_name");
  else if (!titled) discover(reading, draft); // Under a title it may be a misspelt one of those named.
}

function remember(reading: Reading, known: Map<string, Known>, draft: Draft, words: readonly string[]): void {
  const actor = reading.registry.actor(draft.actorId!);
  const before = known.get(draft.actorId!);
  const offices =
    before?.offices ?? new Set((reading.registry.terms.get(draft.actorId!) ?? []).map((term) => term.office));
  if (draft.office !== undefined) offices.add(draft.office);
  const fullest = before === undefined || words.length > before.words.length ? words : before.words;
  known.set(draft.actorId!, {
    actorId: draft.actorId!, name: actor?.name ?? draft.name ?? fullest.join(" "), words: fullest,
    offices,
  }); // prettier-ignore
}

function covers(term: Term, day: string | undefined): boolean {
  return day === undefined ? term.to === "9999-12-31" : term.from <= day && day <= term.to;
}

/** The holder of an office at the time who bears this surname: with the title said, or alone of all in office. */
function linkByOffice(
  reading: Reading,
  draft: Draft,
  key: string,
  countries: ReadonlyMap<string, number>,
): void {
  const { registry } = reading;
  const day = reading.day(draft.sentence);
  const ids = registry.surnames.get(key) ?? [];
  if (ids.length === 0) return;
  const termsOf = (id: string): readonly Term[] => registry.terms.get(id) ?? [];
  const ofCountry =
    draft.country === undefined ? ids : ids.filter((id) => registry.actor(id)?.country === draft.country);
  if (draft.role !== undefined) {
    const titled = ofCountry.filter((id) =>
      termsOf(id).some((term) => term.office === draft.office && covers(term, day)),
    );
    const near =
      titled.length > 1 ? titled.filter((id) => countries.has(registry.actor(id)?.country ?? "")) : titled;
    if (near.length === 1) return link(draft, near[0]!, "title_name", 0.93, "persons/title_name");
  }
  const now = ofCountry.filter((id) => termsOf(id).some((term) => covers(term, day)));
  const here = now.filter((id) => countries.has(registry.actor(id)?.country ?? ""));
  if (here.length === 1) return link(draft, here[0]!, "alias", 0.85, "persons/surname_in_office");
  const ever = ofCountry.filter((id) => countries.has(registry.actor(id)?.country ?? ""));
  if (now.length === 1 && here.length === 0)
    return link(draft, now[0]!, "alias", 0.6, "persons/surname_alone");
  if (now.length === 0 && ever.length === 1)
    link(draft, ever[0]!, "alias", 0.7, "persons/surname_out_of_office");
}

/** A misspelt name under a title that one person of the article bears: "President Ilyas" for Ilham Aliyev. */
function linkAlike(draft: Draft, words: readonly string[], known: ReadonlyMap<string, Known>): void {
  const alike = [...known.values()].filter((person) => {
    const titled = draft.office !== undefined && person.offices.has(draft.office);
    const least = titled ? leastSimilarity : 0.94;
    return words.some((word) =>
      person.words.some(
        (other) => word[0] === other[0] && jaroWinkler(word.toLowerCase(), other.toLowerCase()) >= least,
      ),
    );
  });
  if (alike.length !== 1) return;
  take(draft, alike[0]!, "fuzzy", 0.65);
}

function linkMostRecent(drafts: readonly Draft[], draft: Draft, candidates: readonly Known[]): void {
  const ids = new Set(candidates.map((person) => person.actorId));
  let latest: Draft | undefined;
  for (const other of drafts) {
    if (other.first >= draft.first) break;
    if (other.actorId !== undefined && ids.has(other.actorId)) latest = other;
  }
  const person = candidates.find((candidate) => candidate.actorId === latest?.actorId);
  if (person !== undefined) take(draft, person, "short_name", 0.7);
}

function discover(reading: Reading, draft: Draft): void {
  if (draft.aliases !== undefined && draft.aliases.length > 0) return;
  const name = wordsText(reading, draft);
  const slug = nameSlug(name);
  if (slug === "") return;
  draft.name = name;
  link(draft, `x.person.${slug}`, "discovered", draft.confidence * 0.8, "persons/discovered");
}

function wordsText(reading: Reading, draft: Draft): string {
  return reading.text
    .slice(reading.tokens[draft.first]!.start, reading.tokens[draft.last - 1]!.end)
    .replace(/\s+/g, " ");
}

function take(draft: Draft, person: Known, method: Draft["method"], confidence: number): void {
  link(draft, person.actorId, method, confidence, `persons/${method}`);
  if (person.actorId.startsWith("x.")) draft.name = person.name;
}

function link(
  draft: Draft,
  actorId: string,
  method: Draft["method"],
  confidence: number,
  rule: string,
): void {
  draft.actorId = actorId;
  draft.method = method;
  draft.confidence = confidence;
  draft.rule = rule;
}
