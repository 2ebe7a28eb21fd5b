import { entityTypeOf, holds, type Draft, type Reading } from "./reading.ts";
import { nameSlug } from "./registry/keys.ts";
import type { Alias } from "./registry/registry.ts";
import { titleBefore } from "./titles.ts";

/** Who a full form or its acronym stands for in this article. */
interface Meaning {
  readonly actorId: string;
  readonly name: string | undefined;
}

/** What the acronym of a road, a law or a war stands for. */
const nobody: Meaning = { actorId: "", name: undefined };

/**
 * "Norton said" in an article about Norton Co.: a single word taken for a person that is the short name of a company, and
 * nobody's surname. Runs before persons are linked.
 */
export function retypeCompanies(reading: Reading, drafts: readonly Draft[]): void {
  const { kindOf } = reading.registry.organisationWords;
  const companies = new Set<string>();
  const persons = new Set<string>();
  for (const draft of drafts) {
    const words = wordsOf(reading, draft);
    if (words.length < 2) continue;
    if (draft.entityType === "person") for (const word of words) persons.add(word);
    else if (draft.entityType === "organisation" && draft.aliases === undefined)
      if (kindOf(textOf(reading, draft))?.actorType === "company") companies.add(words[0]!);
  }
  for (const draft of drafts) {
    const [word, ...more] = wordsOf(reading, draft);
    if (draft.entityType !== "person" || word === undefined || more.length > 0 || !companies.has(word)) continue;
    if (draft.aliases !== undefined || persons.has(word) || reading.registry.surnames.has(word)) continue;
    if (titleBefore(reading, draft) === undefined) draft.entityType = "organisation";
  }
} // prettier-ignore

/**
 * Links the names of states, organizations and media: registered forms, acronyms the text defines, short forms of a
 * name seen in full, and what is left as discovered actors. Capitals wait for their context.
 */
export function linkOrganisations(reading: Reading, drafts: readonly Draft[]): void {
  const rest: Draft[] = [];
  const countries = countriesNamed(reading, drafts);
  for (const draft of drafts) {
    if (draft.actorId !== undefined || draft.entityType === "person") continue;
    if (draft.aliases === undefined || draft.aliases.length === 0) rest.push(draft);
    else linkRegistered(reading, draft, draft.aliases, countries);
  }
  const full = fullNames(reading, rest);
  const seen = new Map<string, number>();
  for (const draft of rest) {
    const key = wordsOf(reading, draft).join(" ");
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const acronyms = definedAcronyms(reading, drafts, full);
  const shorts = shortForms(full);
  for (const draft of drafts) {
    if (draft.entityType === "person" || draft.entityType === "place") continue;
    const key = wordsOf(reading, draft).join(" ");
    const acronym = acronyms.get(key);
    if (acronym === nobody) {
      if (draft.actorId === undefined) draft.entityType = "other";
      continue;
    }
    if (acronym !== undefined) {
      // What the article itself says an acronym means counts more than the registry.
      if (acronym.actorId !== draft.actorId) link(reading, draft, acronym, "acronym", 0.95);
      continue;
    }
    if (draft.actorId !== undefined || (draft.aliases !== undefined && draft.aliases.length > 0)) continue;
    const meaning = full.get(key);
    const short = shorts.get(key);
    if (meaning !== undefined) link(reading, draft, meaning, "discovered", draft.confidence * 0.8);
    else if (short !== undefined) link(reading, draft, short, "short_name", 0.8);
    else if (isDiscoverable(draft) && !isOnlyModifier(reading, draft, seen.get(key) ?? 0)) {
      const discovered = meaningOf(reading, draft);
      if (discovered !== undefined) link(reading, draft, discovered, "discovered", draft.confidence * 0.7);
    }
  }
}

/** The names of several words that no registry knows, each also without its legal form. */
function fullNames(reading: Reading, drafts: readonly Draft[]): ReadonlyMap<string, Meaning> {
  const full = new Map<string, Meaning>();
  for (const draft of drafts) {
    const words = wordsOf(reading, draft);
    const meaning = isDiscoverable(draft) && words.length > 1 ? meaningOf(reading, draft) : undefined;
    if (meaning === undefined) continue;
    full.set(words.join(" "), meaning);
    full.set(reading.registry.organisationWords.withoutLegalForm(words).join(" "), meaning);
  }
  return full;
}

/** An actor of its own; legal forms are no part of its id, so that all articles agree on it. */
function meaningOf(reading: Reading, draft: Draft): Meaning | undefined {
  const words = reading.registry.organisationWords.withoutLegalForm(wordsOf(reading, draft));
  const slug = nameSlug(words.join(" "));
  return slug === "" ? undefined : { actorId: `x.org.${slug}`, name: textOf(reading, draft) };
}

const isDiscoverable = (draft: Draft): boolean =>
  draft.entityType === "organisation" || draft.entityType === "group" || draft.entityType === "media";

/** "A European plan", "four Gripen aircraft": an adjective, or one word that is named only to say what kind of thing. */
function isOnlyModifier({ tokens, syntax }: Reading, draft: Draft, seen: number): boolean {
  if (draft.last - draft.first > 1) return false;
  const { upos, sentence } = tokens[draft.first]!;
  const next = tokens[draft.last];
  const before = next?.sentence === sentence && next.upos === "NOUN";
  const relation = syntax?.[draft.first]!.relation;
  if (upos === "ADJ" || relation === "amod" || (draft.entityType === "group" && before)) return true;
  return seen === 1 && before && relation === "compound";
}

function wordsOf(reading: Reading, draft: Draft): string[] {
  return reading.keys.slice(draft.first, draft.last).flat();
}

function textOf(reading: Reading, draft: Draft): string {
  return reading.text
    .slice(reading.tokens[draft.first]!.start, reading.tokens[draft.last - 1]!.end)
    .replace(/\s+/g, " ");
}

/** How often each country is named by a form that is its alone. */
function countriesNamed(reading: Reading, drafts: readonly Draft[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { aliases } of drafts) {
    const country = aliases?.length === 1 ? reading.registry.actor(aliases[0]!.actorId)?.country : undefined;
    if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return counts;
}

/**
 * One bearer: by dates when there are several, then by the country the article is about ("Labour Party"); parties that
 * share a name stay open when it names none of their countries.
 */
function linkRegistered(
  reading: Reading,
  draft: Draft,
  aliases: readonly Alias[],
  countries: ReadonlyMap<string, number>,
): void {
  const day = reading.day(draft.sentence);
  const holding = aliases.filter(
    (alias) => holds(alias, day) && holds(reading.registry.actor(alias.actorId) ?? {}, day),
  );
  const valid = holding.length > 0 ? holding : aliases;
  const often = (alias: Alias): number =>
    countries.get(reading.registry.actor(alias.actorId)?.country ?? "") ?? 0;
  const ranked = [...valid].sort((a, b) => often(b) - often(a));
  const alias = ranked[0]!;
  const tied = ranked.length > 1 && often(alias) === often(ranked[1]!);
  if (tied && reading.registry.actor(alias.actorId)?.type === "party") return;
  draft.aliases = [alias];
  if (alias.kind === "city") return;
  const actor = reading.registry.actor(alias.actorId);
  draft.country = actor?.country;
  draft.actorId = alias.actorId;
  draft.entityType = entityTypeOf(reading, alias.actorId);
  draft.method = alias.kind === "name" ? "exact" : alias.kind === "seat" ? "metonym" : "alias";
  draft.confidence = tied ? 0.6 : alias.kind === "name" ? 0.98 : 0.95;
  draft.rule = `names/${alias.kind}`;
}

const unlikeActors: ReadonlySet<string> = new Set(["place", "facility", "event", "other"]);

/** "Levant Dialogue Forum (LDF)" and "LDF (Levant Dialogue Forum)": capitals that are initials of the full name. */
function definedAcronyms(
  reading: Reading,
  drafts: readonly Draft[],
  full: ReadonlyMap<string, Meaning>,
): ReadonlyMap<string, Meaning> {
  const { tokens } = reading;
  const acronyms = new Map<string, Meaning>();
  for (const draft of drafts) {
    const words = wordsOf(reading, draft);
    const meaning: Meaning | undefined =
      draft.actorId !== undefined && draft.entityType !== "person" && draft.entityType !== "state"
        ? { actorId: draft.actorId, name: draft.name }
        : draft.actorId === undefined && unlikeActors.has(draft.entityType)
          ? nobody
          : full.get(words.join(" "));
    if (meaning === undefined || words.length < 2) continue;
    const inside =
      tokens[draft.last]?.text === "(" && tokens[draft.last + 2]?.text === ")" ? draft.last + 1 : undefined;
    const around =
      tokens[draft.first - 1]?.text === "(" && tokens[draft.last]?.text === ")" ? draft.first - 2 : undefined;
    // "Trans-Caspian Route (TCR)": what a hyphen joins to the name counts too.
    const joined = tokens[draft.first - 1]?.text === "-" ? (reading.keys[draft.first - 2] ?? []) : [];
    for (const at of [inside, around]) {
      const key = at === undefined ? undefined : reading.keys[at]?.join(" ");
      if (key === undefined) continue;
      if (isInitials(key, words) || isInitials(key, [...joined, ...words])) acronyms.set(key, meaning);
    }
  }
  return acronyms;
}

/** Two to eight capitals that stand in this order among the first letters of the words. */
export function isInitials(acronym: string, words: readonly string[]): boolean {
  if (!/^\p{Lu}{2,8}$/u.test(acronym)) return false;
  const initials = words.map((word) => word[0]!.toUpperCase()).join("");
  let at = 0;
  for (const letter of acronym) {
    at = initials.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return acronym[0] === initials[0];
}

/** First word, last word and beginnings of the full names, where only one full name has them. */
function shortForms(full: ReadonlyMap<string, Meaning>): ReadonlyMap<string, Meaning> {
  const owners = new Map<string, Meaning | "several">();
  const isOther = (known: Meaning | "several" | undefined, { actorId }: Meaning): boolean =>
    known !== undefined && (known === "several" || known.actorId !== actorId);
  for (const [key, meaning] of full) {
    const words = key.split(" ");
    const shorts = new Set([
      words.at(-1)!,
      ...words.slice(0, -1).map((_, at) => words.slice(0, at + 1).join(" ")),
    ]);
    for (const short of shorts) owners.set(short, isOther(owners.get(short), meaning) ? "several" : meaning);
  }
  const unique = new Map<string, Meaning>();
  for (const [short, meaning] of owners) if (meaning !== "several") unique.set(short, meaning);
  return unique;
}

function link(
  reading: Reading,
  draft: Draft,
  meaning: Meaning,
  method: Draft["method"],
  confidence: number,
): void {
  draft.actorId = meaning.actorId;
  draft.name = meaning.name;
  draft.method = method;
  draft.confidence = confidence;
  draft.rule = `names/${method}`;
  const actor = reading.registry.actor(meaning.actorId);
  if (actor === undefined) return;
  draft.country = actor.country;
  draft.entityType = entityTypeOf(reading, actor.id);
}
