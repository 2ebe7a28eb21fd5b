import { entityTypeOf, type Draft, type Reading } from "./reading.ts";
import type { Agent } from "./registry/registry.ts";
import { agentEndingAt } from "./titles.ts";

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
      if (found !== undefined) nominals.push(nominal(reading, draft, owner, found, draft.last + 1));
    } else if (isModifier(draft) && after !== "-" && !isPrefixed(reading, draft)) {
      const found = phrase(reading, startingAt, draft, draft.last);
      if (found !== undefined) {
        nominals.push(nominal(reading, draft, owner, found, draft.first));
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
    if (found !== undefined) nominals.push(nominal(reading, draft, owner, found, found.first));
  }
  return [...drafts.filter((draft) => !absorbed.has(draft)), ...nominals].sort((a, b) => a.first - b.first);
}

/** "ethnic Albanians": people of this descent, no matter of which state; they are not the state's. */
function isEthnic(reading: Reading, draft: Draft): boolean {
  if (draft.mentionType !== "demonym" || reading.lower[draft.first - 1] !== "ethnic") return false;
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

const isModifier = (draft: Draft): boolean => draft.mentionType === "demonym" || draft.mentionType === "name";

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

interface Found {
  readonly first: number;
  readonly last: number;
  readonly role: string;
  readonly office: string | undefined;
  readonly kind: Agent["kind"];
}

/** The agent noun that heads the noun phrase from `from` on; none when a person's name follows: then it is a title. */
function phrase(
  reading: Reading,
  startingAt: ReadonlyMap<number, Draft>,
  draft: Draft,
  from: number,
): Found | undefined {
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
  if (head === from || follower?.entityType === "person") return undefined;
  const found = agentEndingAt(reading, head, from);
  return found === undefined || found.agent.kind === "honorific"
    ? undefined
    : {
        first: found.first,
        last: head,
        role: found.agent.role,
        office: found.agent.office,
        kind: found.agent.kind,
      };
}

/** "the government of Chad", "troops from Chad". */
function beforeOf(reading: Reading, draft: Draft): Found | undefined {
  const { tokens, lower } = reading;
  let at = draft.first - 1;
  if (tokens[at]?.sentence === draft.sentence && lower[at] === "the") at--;
  if (tokens[at]?.sentence !== draft.sentence || lower[at] !== "of") return undefined;
  const found = agentEndingAt(reading, at, Math.max(0, at - 4));
  return found === undefined || found.agent.kind === "honorific"
    ? undefined
    : {
        first: found.first,
        last: at,
        role: found.agent.role,
        office: found.agent.office,
        kind: found.agent.kind,
      };
}

function nominal(reading: Reading, draft: Draft, owner: string, found: Found, from: number): Draft {
  const { registry } = reading;
  const actor = registry.actor(owner)!;
  const text = reading.text.slice(reading.tokens[found.first]!.start, reading.tokens[found.last - 1]!.end);
  const base: Draft = {
    first: withDeterminer(reading, from), last: found.last, sentence: draft.sentence, mentionType: "nominal",
    entityType: "organisation", method: "demonym_agent", confidence: 0.9, rule: "agents/demonym", role: text,
    country: actor.country,
  }; // prettier-ignore
  if (found.kind === "office" && found.office !== undefined) {
    const holder = officeHolder(reading, owner, found.office, reading.day(draft.sentence));
    if (holder !== undefined)
      return {
        ...base, actorId: holder, entityType: "person", method: "role", rule: "agents/office", confidence: 0.85,
        office: found.office, gender: registry.actor(holder)?.gender,
      }; // prettier-ignore
    base.office = found.office;
  }
  const id = actor.type === "state" ? `${owner}.${found.role}` : owner;
  if (registry.actor(id) === undefined) return { ...base, method: "none", confidence: 0.3 };
  return {
    ...base, actorId: id, entityType: found.kind === "group" ? entityTypeOf(reading, id) : "person",
  }; // prettier-ignore
}

/** The one who holds an office of a body on a day; none when nobody or more than one is known to. */
export function officeHolder(
  reading: Reading,
  body: string,
  office: string,
  day: string | undefined,
): string | undefined {
  const terms = reading.registry.offices.get(`${body}/${office}`) ?? [];
  const held = terms.filter((term) => day !== undefined && term.from <= day && day <= term.to);
  return new Set(held.map((term) => term.actorId)).size === 1 ? held[0]!.actorId : undefined;
}

function withDeterminer(reading: Reading, first: number): number {
  const { tokens } = reading;
  const before = tokens[first - 1];
  return before?.sentence === tokens[first]!.sentence && before.upos === "DET" ? first - 1 : first;
}
