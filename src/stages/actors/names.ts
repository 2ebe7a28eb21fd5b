import type { EntityType, Name } from "../../core/layers.ts";
import { contains, indexAfter, within, type Span } from "../../core/span.ts";
import type { FirstNames } from "./genders.ts";
import { registryHits, type Hit } from "./match.ts";
import { entityTypeOf, type Draft, type Reading } from "./reading.ts";
import { agentEndingAt } from "./titles.ts";
import type { Alias } from "./registry/registry.ts";

/** The proper names of an article: what the recogniser found and what the registry knows, one list without overlaps. */
export function collectNames(reading: Reading, firstNames: FirstNames): Draft[] {
  const { tokens } = reading;
  const hits = registryHits(reading).map((hit) => ({
    hit, start: tokens[hit.first]!.start, end: tokens[hit.last - 1]!.end,
  })); // prettier-ignore
  const names = (reading.names ?? []).filter(
    (name) => !isMadeOf(reading, name, within(hits, name).map(({ hit }) => hit)),
  ); // prettier-ignore
  const registered: { start: number; end: number; draft: Draft }[] = [];
  for (const { hit, start, end } of hits) {
    const over = within(names, { start, end });
    if (over.length === 0 ? standsAlone(reading, hit) : beatsNames(reading, hit, { start, end }, over))
      registered.push({ start, end, draft: registryDraft(reading, hit) });
  }
  const drafts = registered.map(({ draft }) => draft);
  for (const name of names) {
    const last = indexAfter(tokens, name.end - 1) + 1;
    const entityType = isTitledPerson(reading, firstNames, name, last) ? "person" : name.entityType;
    const first = withoutLead(reading, entityType, indexAfter(tokens, name.start), last);
    if (first >= tokens.length || last <= first || isCommon(reading, first, last)) continue;
    const over = within(registered, name);
    for (const { draft } of over) if (entityType === "person") draft.seenAs = "person";
    if (over.length > 0) continue;
    drafts.push({
      first, last: Math.min(last, tokens.length), sentence: name.sentence, mentionType: "name",
      entityType, method: "none", confidence: name.confidence, rule: "names/recogniser",
    }); // prettier-ignore
  }
  return drafts.sort((a, b) => a.first - b.first);
}

/**
 * What the recogniser took for one name and is none: registered names joined by hyphens ("Ukraine-Russia"), or a country
 * and its agents ("British Embassy", "U.S. Supreme Court").
 */
function isMadeOf(reading: Reading, name: Name, inside: readonly Hit[]): boolean {
  const [lead] = inside;
  if (lead === undefined || name.entityType === "person") return false;
  const first = indexAfter(reading.tokens, bare(name).start);
  const last = indexAfter(reading.tokens, name.end - 1) + 1;
  if (lead.first !== first || lead.last === last || inside.at(-1)!.last > last) return false;
  if (inside.length === 1) {
    const isState = reading.registry.actor(lead.aliases[0]!.actorId)?.type === "state";
    const agent = agentEndingAt(reading, last, lead.last);
    return isState && lead.aliases[0]!.kind !== "city" && agent?.first === lead.last && agent.agent.kind === "group";
  }
  const between = (at: number): boolean => !inside.some((hit) => hit.first <= at && at < hit.last);
  for (let at = first; at < last; at++)
    if (between(at) && reading.keys[at]!.length > 0) return false;
  return true;
} // prettier-ignore

/** "Justice William Rehnquist" under whatever type: a title before a first name. */
function isTitledPerson(reading: Reading, firstNames: FirstNames, name: Name, last: number): boolean {
  const first = indexAfter(reading.tokens, name.start);
  for (let end = last - 2; end > first; end--) {
    const title = agentEndingAt(reading, end, first);
    if (title?.first === first && title.agent.kind !== "group") return firstNames.has(reading.lower[end]!);
  }
  return false;
}

/**
 * "the Supreme Leader", "the Union", "Rwanda's Senate", "Foreign Ministry officials", "Parliament", "Madam Speaker": a
 * common noun in capitals names nobody.
 */
function isCommon(reading: Reading, first: number, last: number): boolean {
  const noun = agentEndingAt(reading, last, first);
  if (noun !== undefined && noun.first > first)
    return agentEndingAt(reading, noun.first, first)?.agent.kind === "honorific"; // "Madam Speaker"
  if (noun === undefined) return false;
  if (noun.agent.kind === "group") return true;
  const next = reading.tokens[last];
  const modifies = next?.sentence === reading.tokens[first]!.sentence && next.upos === "NOUN";
  const before = reading.lower[first - 1];
  const owned = before === "'s" || before === "’s";
  return before === "the" || owned || (modifies && last - first > 1);
}

/** The first token of a name past a determiner, a "London-based", and for persons past titles that the recogniser took in. */
function withoutLead(reading: Reading, type: EntityType, first: number, last: number): number {
  const { tokens, lower } = reading;
  let start = first;
  if (lower[start] === "the" && start + 1 < last) start++;
  const joined = tokens[start + 1]?.text === "-" && tokens[start + 2]?.xpos.startsWith("VB") === true;
  if (joined && start + 3 < last) return withoutLead(reading, type, start + 3, last);
  if (type !== "person") return start;
  for (let end = last - 1; end > start; end--)
    if (agentEndingAt(reading, end, start)?.first === start) return withoutLead(reading, type, end, last);
  return start;
}

function registryDraft(reading: Reading, hit: Hit): Draft {
  const aliases = inContext(reading, hit);
  const kind = aliases[0]?.kind;
  const entityType: EntityType =
    aliases.length === 0
      ? placeOrPerson(reading, hit)
      : kind === "city"
        ? "place"
        : entityTypeOf(reading, aliases[0]!.actorId);
  return {
    first: hit.first, last: hit.last, sentence: hit.sentence,
    mentionType: kind === "adjective" || kind === "people" ? "demonym" : kind === "seat" ? "metonym" : "name",
    entityType, method: "none", confidence: 1, rule: "names/registry", aliases,
  }; // prettier-ignore
}

/** The bearers of a form that the article's other words allow; none when it is a bearer outside the registry. */
function inContext(reading: Reading, hit: Hit): readonly Alias[] {
  const rule = contextRule(reading, hit.key);
  if (rule === undefined) return hit.aliases;
  return rule.actorId === "" ? [] : preferred(hit.aliases, rule.actorId);
}

function contextRule(reading: Reading, key: string) {
  return reading.registry.contexts
    .get(key)
    ?.find(({ words }) => [...words].some((word) => word === "*" || reading.words().has(word)));
}

function preferred(aliases: readonly Alias[], actorId: string): readonly Alias[] {
  const chosen = aliases.filter((alias) => alias.actorId === actorId);
  return chosen.length > 0 ? chosen : aliases;
}

function placeOrPerson(reading: Reading, hit: Hit): EntityType {
  return contextRule(reading, hit.key)?.entityType === "person" ? "person" : "place";
}

/**
 * Whether a registered form that the recogniser did not see is a name by itself: not a piece of a longer name ("Paris
 * Hilton", "Michael Jordan"), not an ordinary word at the start of a sentence ("Report").
 */
function standsAlone(reading: Reading, hit: Hit): boolean {
  const { tokens } = reading;
  if (!isSingle(reading, hit)) return true;
  const token = tokens[hit.first]!;
  const kind = hit.aliases[0]!.kind;
  const demonym = kind === "adjective" || kind === "people";
  const opens = tokens[hit.first - 1]?.sentence !== hit.sentence;
  if (kind === "alias" || kind === "name") {
    const actor = reading.registry.actor(hit.aliases[0]!.actorId);
    if (actor?.type !== "state" && opens && token.upos !== "PROPN" && token.text !== token.text.toUpperCase())
      return false;
  }
  if (demonym) return true;
  const next = tokens[hit.last];
  if (next?.sentence === hit.sentence && startsName(reading, hit.last)) return false;
  const before = tokens[hit.first - 1];
  return !(before?.sentence === hit.sentence && endsName(reading, hit.first - 1));
}

/** One word, or one with "the": "The National" is not in "the National Congress". */
function isSingle({ lower }: Reading, { first, last }: Hit): boolean {
  return last - first === 1 || (last - first === 2 && lower[first] === "the");
}

/** A capitalized proper noun that neither the registry nor the titles know: the rest of somebody's name. */
function startsName(reading: Reading, at: number): boolean {
  const token = reading.tokens[at]!;
  return token.upos === "PROPN" && isCapitalized(token.text) && !isKnownWord(reading, at);
}

function endsName(reading: Reading, at: number): boolean {
  const token = reading.tokens[at]!;
  const opens = reading.tokens[at - 1]?.sentence !== token.sentence;
  return token.upos === "PROPN" && isCapitalized(token.text) && !opens && !isKnownWord(reading, at);
}

function isKnownWord(reading: Reading, at: number): boolean {
  const { registry, keys, lower } = reading;
  const key = keys[at]!.join(" ");
  return key === "" || registry.agents.has(lower[at]!) || registry.longest.has(keys[at]![0]!);
}

function isCapitalized(text: string): boolean {
  const first = text[0]!;
  return first !== first.toLowerCase() && text !== text.toUpperCase();
}

/** The name without a determiner that the recogniser took in. */
function bare(name: Name): Span {
  return /^the\s/i.test(name.text) ? { start: name.start + 4, end: name.end } : name;
}

/** Whether a registered form is to be believed where the recogniser saw names: when it covers them, or is in none. */
function beatsNames(reading: Reading, hit: Hit, span: Span, names: readonly Name[]): boolean {
  if (names.every((name) => contains(span, bare(name)))) return true;
  if (isSingle(reading, hit)) return false;
  // A full name at the end of what the recogniser saw: "Crown Prince Mohammed bin Salman".
  return names.every(
    (name) => !contains(name, span) || (name.end === span.end && name.entityType === "person"),
  );
}
