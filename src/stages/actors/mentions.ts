import type { Mention } from "../../core/layers.ts";
import { draftSpan, type Draft, type Reading } from "./reading.ts";
import { cameoCode } from "./registry/registry.ts";

/** The finished layer: drafts in the order of the text, with the codes of their actors. */
export function mentionsOf(reading: Reading, drafts: readonly Draft[], discovered: boolean): Mention[] {
  const mentions: Mention[] = [];
  let end = -1;
  for (const draft of [...drafts].sort((a, b) => a.first - b.first || b.last - a.last)) {
    const span = draftSpan(reading, draft);
    if (span.start < end) continue;
    if (draft.mentionType === "name" && isNobody(draft)) continue;
    end = span.end;
    mentions.push(mention(reading, draft, span, discovered));
  }
  return mentions;
}

/** Names of works, events and the like that are nobody. */
function isNobody(draft: Draft): boolean {
  return draft.actorId === undefined && (draft.entityType === "other" || draft.entityType === "event");
}

function mention(
  reading: Reading,
  draft: Draft,
  span: { start: number; end: number },
  discovered: boolean,
): Mention {
  const linked = discovered || !draft.actorId?.startsWith("x.") ? draft.actorId : undefined;
  const actor = linked === undefined ? undefined : reading.registry.actor(linked);
  const country = actor?.country ?? draft.country;
  const name = actor?.name ?? (linked === undefined ? undefined : draft.name);
  const cameo =
    linked === undefined ? undefined : cameoCode(reading.registry, linked, reading.day(draft.sentence));
  const open = linked === undefined && draft.members === undefined;
  const made: { -readonly [K in keyof Mention]: Mention[K] } = {
    start: span.start,
    end: span.end,
    text: reading.text.slice(span.start, span.end),
    sentence: draft.sentence,
    mentionType: draft.mentionType,
    entityType: draft.entityType,
    linkMethod: open ? "none" : draft.method,
    confidence: Math.round(draft.confidence * 1000) / 1000,
    ruleId: draft.rule,
  };
  // Assigned one by one: spreads cost ten times as much here.
  if (linked !== undefined) made.actorId = linked;
  if (name !== undefined) made.actorName = name;
  if (country !== undefined) made.country = country;
  if (cameo !== undefined) made.cameoCode = cameo;
  if (draft.members !== undefined) made.memberIds = draft.members;
  if (draft.role !== undefined) made.roleText = draft.role;
  return made;
}
