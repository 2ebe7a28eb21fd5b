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
  return {
    ...span,
    text: reading.text.slice(span.start, span.end),
    sentence: draft.sentence,
    mentionType: draft.mentionType,
    entityType: draft.entityType,
    ...(linked === undefined ? {} : { actorId: linked }),
    ...(name === undefined ? {} : { actorName: name }),
    ...(country === undefined ? {} : { country }),
    ...(cameo === undefined ? {} : { cameoCode: cameo }),
    linkMethod: open ? "none" : draft.method,
    ...(draft.members === undefined ? {} : { memberIds: draft.members }),
    ...(draft.role === undefined ? {} : { roleText: draft.role }),
    confidence: Math.round(draft.confidence * 1000) / 1000,
    ruleId: draft.rule,
  };
}
