import type { Dataset } from "../../core/dataset.ts";
import type { AnyRow } from "../../core/table.ts";
import { byArticle } from "../by-article.ts";
import type { Side, Sighting } from "./layout.ts";
import { list } from "./sides.ts";

/** The other data sets tell of what happened: what is said not to be, or only to be possible, is no line of theirs. */
const tells = ({ modality, negated }: AnyRow): boolean =>
  negated !== true && (modality === "asserted" || modality === "reported");

/** A line for every pair of a source and a target, article by article; only the actors are held in memory. */
export async function* sightings(dataset: Dataset, coder: string): AsyncGenerator<Sighting> {
  const actors = new Map<string, AnyRow>();
  const states = new Map<string, string>();
  for await (const row of dataset.rows("actors")) {
    actors.set(String(row.actor_id), row);
    if (row.actor_type === "state") states.set(String(row.country_iso3), String(row.name));
  }
  const eventsOf = byArticle(dataset.rows("events"));
  const mentionsOf = byArticle(dataset.rows("mentions"));
  for await (const article of dataset.rows("articles")) {
    const id = String(article.article_id);
    const events = (await eventsOf(id)).filter(tells);
    const mentions = await mentionsOf(id);
    if (events.length === 0) continue;
    const mentionOf = new Map<string, AnyRow>();
    for (const mention of mentions) {
      const key = `${String(mention.sentence_number)} ${String(mention.actor_id)}`;
      if (!mentionOf.has(key)) mentionOf.set(key, mention);
    }
    const story = storyOf(mentions, actors);
    const common = { article, story, coder, country: (iso3: unknown) => states.get(String(iso3)) };
    for (const event of events) {
      const sides = (ids: readonly string[]): readonly (Side | undefined)[] =>
        ids.length === 0
          ? [undefined]
          : ids.map((actorId) => {
              const mention = mentionOf.get(`${String(event.sentence_number)} ${actorId}`);
              return {
                actor: actors.get(actorId) ?? { actor_id: actorId, name: actorId },
                ...(mention === undefined ? {} : { mention }),
              };
            });
      const date = event.event_date ?? article.published_date;
      let pair = 0;
      for (const source of sides(list(event.source_actor_ids)))
        for (const target of sides(list(event.target_actor_ids))) {
          if (source !== undefined && source.actor.actor_id === target?.actor.actor_id) continue;
          pair++;
          yield {
            ...common,
            id: pair === 1 ? String(event.event_id) : `${String(event.event_id)}.${String(pair)}`,
            event,
            ...(source === undefined ? {} : { source }),
            ...(target === undefined ? {} : { target }),
            ...(date === undefined ? {} : { date: String(date) }),
          };
        }
    }
  }
}

/** Names of whom and what the article mentions by name, sorted, by entity type. */
function storyOf(
  mentions: readonly AnyRow[],
  actors: ReadonlyMap<string, AnyRow>,
): Readonly<Record<string, readonly string[]>> {
  const names = new Map<string, Set<string>>();
  for (const { mention_type, entity_type, actor_id, text } of mentions) {
    if (mention_type !== "name") continue;
    const name = actors.get(String(actor_id))?.name ?? text;
    if (name === undefined) continue;
    const type = String(entity_type);
    let known = names.get(type);
    if (known === undefined) names.set(type, (known = new Set()));
    known.add(String(name));
  }
  return Object.fromEntries([...names].map(([type, known]) => [type, [...known].sort()]));
}
