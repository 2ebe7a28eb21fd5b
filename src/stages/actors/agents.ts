import { entityTypeOf, type Draft, type Reading } from "./reading.ts";
import { agentEndingAt, isPast, titleBefore, type AgentNoun } from "./titles.ts";

const inPhrase = new Set(["ADJ", "NOUN", "PROPN", "NUM", "X"]);

/**
 * Demonym and agent noun make a nominal: "Azerbaijani authorities" is the government, "Russian forces" the military,
 * "the Greek prime minister" whoever holds the office on the day. Also by possessive ("Iran's army") and by "of" ("the
 * government of Chad"). A demonym that is taken into a nominal is no mention of its own.
 */
export function linkAgents(reading: Reading, drafts: readonly Draft[]): Draft[] {
  const startingAt = new Map(drafts.map((draft) => [draft.first, draft] as const));
  const absorbed = new Set<Draft>();
  const nominals: Draft[] = [];
  for (const draft of drafts) {
    if (isEthnic(reading, draft)) continue;
    const owner = ownerOf(reading, draft);
    if (owner === undefined) continue;
    const { tokens, lower } = reading;
    const after = tokens[draft.last]?.sentence === draft.sentence ? lower[draft.last] : undefined;
    if (after === "'s" || after === "’s" || after === "'" || after === "’") {
      const found = phrase(reading, startingAt, draft, draft.last + 1);
      if (found !== undefined) nominals.push(nominal(reading, drafts, draft, owner, found, draft.last + 1));
    } else if (isModifier(reading, draft) && after !== "-" && !isPrefixed(reading, draft)) {
      const found = phrase(reading, startingAt, draft, draft.last);
      if (found !== undefined) {
        nominals.push(nominal(reading, drafts, draft, owner, found, draft.first));
        absorbed.add(draft);
        continue;
      }
      const last = nationalsAfter(reading, draft);
      if (last !== undefined) {
        nominals.push({ ...draft, first: withDeterminer(reading, draft.first), last, mentionType: "nominal", rule: "agents/nationals", method: "demonym_agent", confidence: 0.6 }); // prettier-ignore
        absorbed.add(draft);
        continue;
      }
    }
    const found = beforeOf(reading, draft);
    if (found !== undefined) nominals.push(nominal(reading, drafts, draft, owner, found, found.first));
  }
  return [...drafts.filter((draft) => !absorbed.has(draft)), ...nominals].sort((a, b) => a.first - b.first);
}

/** "ethnic Albanians", "its Serbs", "Turkey's Kurds": people of this descent in some state; they are not the state's. */
function isEthnic(reading: Reading, draft: Draft): boolean {
  const { tokens, lower } = reading;
  const before = tokens[draft.first - 1];
  if (draft.mentionType !== "demonym" || before?.sentence !== draft.sentence) return false;
  const owned = /^(?:PRP\$|POS)$/.test(before.xpos) && isPlural(reading, draft);
  if (lower[draft.first - 1] !== "ethnic" && !owned) return false;
  draft.actorId = undefined;
  draft.entityType = "group";
  draft.method = "none";
  draft.rule = "agents/ethnic";
  return true;
}

/** Whose agents a name can have: a state's, or an organization's own. */
function ownerOf(reading: Reading, draft: Draft): string | undefined {
  const actor = draft.actorId === undefined ? undefined : reading.registry.actor(draft.actorId);
  if (actor === undefined || actor.type === "person" || draft.mentionType === "metonym") return undefined;
  return actor.id;
}

/** "Greek", "United States"; not the plural "Greeks". */
const isModifier = (reading: Reading, draft: Draft): boolean =>
  draft.mentionType === "name" || (draft.mentionType === "demonym" && !isPlural(reading, draft));

/** Whether a demonym is a plural, by its tag or its end: "Serbs", but not "Swiss". */
const isPlural = ({ tokens, lower }: Reading, { last }: Draft): boolean =>
  /^NNP?S$/.test(tokens[last - 1]!.xpos) || /[^s]s$/.test(lower[last - 1]!);

/** "Greek rescuers helped", "Swedish politicians who": where a plural noun after an adjective ends that acts or is a "who". */
function nationalsAfter(reading: Reading, draft: Draft): number | undefined {
  const { tokens, lower, syntax } = reading;
  const at = draft.last;
  const noun = tokens[at];
  if (draft.mentionType !== "demonym" || noun?.sentence !== draft.sentence || noun.xpos !== "NNS") return undefined;
  if (syntax?.[at]?.relation === "nsubj" || lower[at + 1] === "who") return at + 1;
  return undefined;
} // prettier-ignore

/** "anti-Russian", "pro-Western": against or for, not of. */
function isPrefixed(reading: Reading, draft: Draft): boolean {
  return (
    reading.lower[draft.first - 1] === "-" && reading.tokens[draft.first - 1]?.sentence === draft.sentence
  );
}

/** The agent noun that heads the noun phrase from `from` on; none when a person's name follows: then it is a title. */
function phrase(
  reading: Reading,
  startingAt: ReadonlyMap<number, Draft>,
  draft: Draft,
  from: number,
): AgentNoun | undefined {
  const { tokens } = reading;
  let end = from;
  let head = from;
  while (end < from + 6 && tokens[end]?.sentence === draft.sentence && !startingAt.has(end)) {
    const { upos, text } = tokens[end]!;
    if (!inPhrase.has(upos) && text !== "-") break;
    end++;
    if (upos === "NOUN" || upos === "PROPN") head = end;
  }
  const follower = startingAt.get(head);
  if (head === from || follower?.entityType === "person" || isTitle(reading, startingAt, head))
    return undefined;
  const found = agentEndingAt(reading, head, from);
  return found?.agent.kind === "honorific" ? undefined : found && { ...found, last: head };
}

/** "Secretary of State Antony Blinken": the noun before "of" belongs to the title of who follows. */
function isTitle(reading: Reading, startingAt: ReadonlyMap<number, Draft>, head: number): boolean {
  if (reading.lower[head] !== "of") return false;
  for (let at = head + 1; at < head + 5; at++) {
    const draft = startingAt.get(at);
    if (draft?.entityType === "person") return (titleBefore(reading, draft)?.noun.first ?? at) < head;
  }
  return false;
}

/** "the government of Chad", "troops from Chad". */
function beforeOf(reading: Reading, draft: Draft): AgentNoun | undefined {
  const { tokens, lower } = reading;
  // "Leaders of Egypt's Brotherhood" are not Egypt's.
  if (/^['’]s?$/.test(lower[draft.last] ?? "")) return undefined;
  let at = draft.first - 1;
  if (tokens[at]?.sentence === draft.sentence && lower[at] === "the") at--;
  if (tokens[at]?.sentence !== draft.sentence || lower[at] !== "of") return undefined;
  const found = agentEndingAt(reading, at, Math.max(0, at - 4));
  return found?.agent.kind === "honorific" ? undefined : found;
}

function nominal(
  reading: Reading,
  drafts: readonly Draft[],
  draft: Draft,
  owner: string,
  found: AgentNoun,
  from: number,
): Draft {
  const { registry, tokens } = reading;
  const actor = registry.actor(owner)!;
  const { offices, kind, role } = found.agent;
  const text = reading.text.slice(tokens[found.first]!.start, tokens[found.last - 1]!.end);
  const base: Draft = {
    first: withDeterminer(reading, from), last: found.last, sentence: draft.sentence, mentionType: "nominal",
    entityType: "organisation", method: "demonym_agent", confidence: 0.9, rule: "agents/demonym", role: text,
    country: actor.country,
  }; // prettier-ignore
  if (kind === "office" && offices.length > 0) {
    if (offices.length === 1) base.office = offices[0];
    const past = isPast(reading, found.first);
    const day = reading.day(draft.sentence);
    // "The foreign ministers of A and B": several, of whom this state's is only one.
    if (tokens[found.last - 1]!.xpos === "NNS")
      return { ...base, entityType: "person", method: "none", confidence: 0.3 };
    const holder =
      (past ? undefined : officeHolder(reading, owner, offices, day)) ??
      namedHolder(reading, drafts, owner, offices, day, past);
    if (holder !== undefined)
      return {
        ...base, actorId: holder, entityType: "person", method: "role", rule: "agents/office", confidence: 0.85,
        gender: registry.actor(holder)?.gender,
      }; // prettier-ignore
    if (past) return { ...base, entityType: "person", method: "none", confidence: 0.3 };
  }
  const id = actor.type === "state" ? `${owner}.${role}` : owner;
  if (registry.actor(id) === undefined) return { ...base, method: "none", confidence: 0.3 };
  return { ...base, actorId: id, entityType: kind === "group" ? entityTypeOf(reading, id) : "person" };
}

/** The one who holds one of some offices of a body on a day; none when nobody or more than one is known to. */
export function officeHolder(
  reading: Reading,
  body: string,
  offices: readonly string[],
  day: string | undefined,
): string | undefined {
  if (day === undefined) return undefined;
  const ids = new Set<string>();
  for (const office of offices)
    for (const term of reading.registry.offices.get(`${body}/${office}`) ?? [])
      if (term.from <= day && day <= term.to) ids.add(term.actorId);
  return ids.size === 1 ? [...ids][0] : undefined;
}

/** The one person named in the article who holds such an office of the body, or did before. */
function namedHolder(
  { registry }: Reading,
  drafts: readonly Draft[],
  body: string,
  offices: readonly string[],
  day: string | undefined,
  past: boolean,
): string | undefined {
  const ids = new Set<string>();
  for (const { actorId } of drafts)
    for (const term of actorId === undefined ? [] : (registry.terms.get(actorId) ?? []))
      if (term.body === body && offices.includes(term.office) && day !== undefined)
        if (past ? term.to < day : term.from <= day && day <= term.to) ids.add(term.actorId);
  return ids.size === 1 ? [...ids][0] : undefined;
}

/** The phrase with its determiner and a "former" before the noun: "the former president". */
function withDeterminer(reading: Reading, first: number): number {
  const { tokens } = reading;
  const start = isPast(reading, first) ? first - 1 : first;
  const before = tokens[start - 1];
  return before?.sentence === tokens[first]!.sentence && before.upos === "DET" ? start - 1 : start;
}
