import type { AnyDocument } from "../../core/document.ts";
import type { Explanation, ExplanationStep } from "../../core/explanation.ts";
import type { Mention } from "../../core/layers.ts";
import type { LoadedResources } from "../../core/stage.ts";
import { readingOf } from "./link.ts";
import { holds, type Reading } from "./reading.ts";
import { keyWords, nameKey } from "./registry/keys.ts";
import { buildRegistry, type Alias } from "./registry/registry.ts";
import type { actorResources } from "./resources.ts";

interface Kit {
  readonly resources: LoadedResources<typeof actorResources>;
}

/** Why a mention stands for its actor: the form in the registry, the registry's row, and who else bears the form. */
export function explain({ resources }: Kit) {
  const registry = buildRegistry(resources);
  return ({ article, layers }: AnyDocument, _table: string, index: number): Explanation | undefined => {
    const mentions = layers.mentions ?? [];
    const mention = mentions[index];
    if (mention === undefined) return undefined;
    const reading = readingOf({ article, layers }, registry);
    const day = reading.day(mention.sentence);
    const key = keyWords(mention.text).join(" ");
    const bearers = registry.aliases.get(key) ?? [];
    const steps: ExplanationStep[] = [
      { what: "link", detail: `${mention.linkMethod}, rule ${mention.ruleId}, confidence ${mention.confidence}` },
      { what: "day", detail: day === undefined ? "unknown: every dated row holds" : `${day}: rows must hold on it` },
    ];
    const own = bearers.find(({ actorId }) => mention.actorId?.startsWith(actorId) === true);
    if (own !== undefined) steps.push({ what: "alias", detail: aliasRow(mention.text, own) });
    const row = registryRow(mention.actorId, resources);
    if (row !== undefined) steps.push({ what: "registry", detail: row });
    const agent = registry.agents.get(nameKey(mention.text.toLowerCase()));
    if (agent !== undefined) steps.push({ what: "noun", detail: `en/agents: "${mention.text}" is ${agent.kind}, role ${agent.role}` });
    steps.push(...contextSteps(reading, mention), ...antecedent(mentions, index));
    if (mention.memberIds !== undefined) steps.push({ what: "members", detail: mention.memberIds.join(", ") });
    const others = rivals(mention, key, bearers, registry.surnames);
    for (const { actorId, ...dates } of others) {
      const name = registry.actor(actorId)?.name ?? actorId;
      const gone = holds(dates, day) ? "" : `, which does not hold on ${day ?? ""}`;
      steps.push({ what: "candidate", detail: `${actorId} (${name})${gone}` });
    }
    return { steps, flip: flipOf(mention, others.map(({ actorId }) => actorId)) };
  };
} // prettier-ignore

function aliasRow(text: string, { actorId, kind, from, to }: Alias): string {
  const valid = from === undefined && to === undefined ? "" : `, valid ${from ?? ""}..${to ?? ""}`;
  return `"${text}" is a registered ${kind} of ${actorId}${valid}`;
}

/** The row of the registry with its source and validity; of a derived actor (`aze.gov`) its country's and role's. */
function registryRow(id: string | undefined, { actors, countries, roles }: Kit["resources"]): string | undefined {
  if (id === undefined) return undefined;
  const valid = (row: { valid_from: string; valid_to: string }): string =>
    row.valid_from + row.valid_to === "" ? "" : `, valid ${row.valid_from}..${row.valid_to}`;
  const actor = actors.find(({ actor_id: known }) => known === id);
  if (actor !== undefined) return `en/actors: ${id}, ${actor.name}${valid(actor)}; source: ${actor.source}`;
  const [head = "", ...rest] = id.split(".");
  const country = countries.find(({ iso3 }) => iso3.toLowerCase() === head);
  if (country === undefined) return `${id} is in no registry: discovered in the article`;
  const role = roles.find((candidate) => candidate.role === rest.join("."));
  const derived = role === undefined ? "" : `; role ${role.role} of en/roles (${role.source})`;
  return `en/countries: ${country.iso3}, ${country.name}${valid(country)}; source: ${country.source}${derived}`;
} // prettier-ignore

/** The rules for a name of two bearers, with the words of the article that speak for one. */
function contextSteps({ registry, words }: Reading, { text }: Mention): ExplanationStep[] {
  return (registry.contexts.get(nameKey(text)) ?? []).flatMap(({ actorId, entityType, words: wanted }) => {
    const here = [...wanted].filter((word) => words().has(word));
    const whom = actorId === "" ? `a ${entityType} outside the registry` : actorId;
    return here.length === 0
      ? []
      : [{ what: "context", detail: `en/contexts: ${here.join(", ")} speak for ${whom}` }];
  });
}

/** What a pronoun or noun phrase refers back to: the nearest name of its actor before it. */
function antecedent(mentions: readonly Mention[], index: number): ExplanationStep[] {
  const mention = mentions[index]!;
  if (mention.actorId === undefined || mention.mentionType === "name") return [];
  for (let at = index - 1; at >= 0; at--) {
    const { actorId, text, sentence, mentionType } = mentions[at]!;
    if (actorId === mention.actorId && mentionType !== "pronoun")
      return [{ what: "antecedent", detail: `"${text}" in sentence ${sentence + 1}` }];
  }
  return [];
}

/** Other actors the same words could stand for: bearers of the form, else of the surname. */
function rivals(
  { actorId: chosen }: Mention,
  key: string,
  bearers: readonly Alias[],
  surnames: ReadonlyMap<string, readonly string[]>,
): readonly { readonly actorId: string; readonly from?: string; readonly to?: string }[] {
  const others = bearers.filter(({ actorId }) => actorId !== chosen && chosen?.startsWith(actorId) !== true);
  const known = new Set([chosen, ...others.map(({ actorId }) => actorId)]);
  const persons = (surnames.get(key) ?? []).filter((id) => !known.has(id)).map((actorId) => ({ actorId }));
  return [...others, ...persons];
}

function flipOf({ actorId, text, linkMethod }: Mention, others: readonly string[]): string {
  if (others.length > 0) return `Words of the article that speak for ${others.slice(0, 3).join(" or ")}, or another day, would turn the link.`;
  if (actorId === undefined) return `A row with the alias "${text}" in your own file of actors would link it.`;
  if (linkMethod === "coreference") return "Another actor named nearer before it, of the same kind, would take the reference.";
  return `Nobody else bears "${text}"; a row of your own file of actors with this alias would make a second candidate.`;
} // prettier-ignore
