import type { Mention } from "../src/core/layers.ts";
import type { Pipeline } from "../src/core/pipeline.ts";
import { comparableActor, ratios } from "../src/core/score.ts";
import { within, type Span } from "../src/core/span.ts";
import type { GoldRecord } from "../src/core/stage.ts";
import { loadRegistry, nameKey, type Registry } from "../src/aggregate/registry.ts";
import { analyzeRecord } from "../src/evaluate/annotate.ts";
import { benchFile, readRecords, type BenchRow } from "./bench.ts";

/*
 * The sets of GUM: named entities with clusters and titles of Wikipedia. Counted as `score.mjs --cluster cluster` and
 * `score.mjs --attr wiki` beside the data count.
 */

interface Entity extends Span {
  readonly cluster?: string | number | null;
  readonly wiki?: string | null;
}
type Record = GoldRecord & { readonly entities: readonly Entity[] };

const f1 = (precision: number, recall: number): number => (2 * precision * recall) / (precision + recall);

/** B-cubed and links to Wikipedia of one set; empty when it is not there. */
export function gumRows(pipeline: Pipeline, name: string, bar?: number): BenchRow[] {
  const file = benchFile(`entities/${name}.jsonl`);
  if (file === undefined) return [];
  const records = readRecords<Record>(file);
  const given = records.map((record) => mentionsOf(pipeline, record, ["entities"]));
  const found = records.map((record) => mentionsOf(pipeline, record, []));
  return [
    clusters(`B3 F1 of named clusters, names given, ${name}`, records, given, bar),
    clusters(`B3 F1 of named clusters, names found, ${name}`, records, found),
    ...wikipedia(name, records, given),
  ];
}

const mentionsOf = (pipeline: Pipeline, record: Record, given: readonly string[]): readonly Mention[] =>
  analyzeRecord(pipeline, record, given).document.layers.mentions ?? [];

/** A gold name that we do not have is a group of its own that nobody found. */
function clusters(
  name: string,
  records: readonly Record[],
  mentions: readonly (readonly Mention[])[],
  bar?: number,
): BenchRow {
  let precision = 0;
  let recall = 0;
  let all = 0;
  let met = 0;
  records.forEach(({ text, entities }, index) => {
    const items = entities.flatMap(({ start, end, cluster }) =>
      cluster === undefined || cluster === null
        ? []
        : [{ gold: String(cluster), found: groupOf(text, mentions[index]!, { start, end }) }],
    );
    all += items.length;
    for (const { gold, found } of items) {
      if (found === undefined) continue;
      met++;
      const same = items.filter((other) => other.gold === gold && other.found === found).length;
      precision += same / items.filter((other) => other.found === found).length;
      recall += same / items.filter((other) => other.gold === gold).length;
    }
  });
  const [p, r] = [(100 * precision) / met, (100 * recall) / all];
  return {
    name, value: f1(p, r), unit: "%", note: `P ${p.toFixed(1)} R ${r.toFixed(1)}, ${all} names`,
    ...(bar === undefined ? {} : { bar }),
  }; // prettier-ignore
}

/** Our actor of a name; a place that is nobody is grouped by its text, as the table of mentions shows it. */
function groupOf(text: string, mentions: readonly Mention[], span: Span): string | undefined {
  const mention = within(mentions, span).at(-1);
  return mention === undefined ? undefined : (mention.actorId ?? text.slice(span.start, span.end));
}

/**
 * Names whose gold title of Wikipedia names an actor of the registry, by the only bearer of the title as a name or other
 * form; a state and its government count as one. Precision is over our links of names with a title to registered actors;
 * what is in no registry cannot be linked, so the share of all names with a title is told too.
 */
function wikipedia(
  name: string,
  records: readonly Record[],
  mentions: readonly (readonly Mention[])[],
): BenchRow[] {
  const registry = loadRegistry();
  let titled = 0;
  let gold = 0;
  let found = 0;
  let correct = 0;
  records.forEach(({ entities }, index) => {
    for (const { start, end, wiki } of entities) {
      if (wiki === undefined || wiki === null) continue;
      titled++;
      const wanted = actorOfTitle(registry, wiki);
      const mention = within(mentions[index]!, { start, end }).at(-1);
      const id = mention?.actorId;
      const linked = id !== undefined && registry.actor(id) !== undefined;
      if (wanted !== undefined) gold++;
      if (linked) found++;
      if (linked && wanted !== undefined && comparableActor(id) === comparableActor(wanted)) correct++;
    }
  });
  const score = ratios({ correct, found, gold });
  return [
    {
      name: `Wikipedia titles linked, of names in the registry, ${name}`, value: score.f1, unit: "% F1",
      note: `P ${score.precision.toFixed(1)} (${correct} of ${found} links) R ${score.recall.toFixed(1)} (of ${gold} names)`,
    },
    {
      name: `Wikipedia titles linked, of all names with a title, ${name}`, value: (100 * correct) / titled, unit: "%",
      note: `${correct} of ${titled}: ${titled - gold} are in no registry`,
    },
  ]; // prettier-ignore
}

function actorOfTitle(registry: Registry, title: string): string | undefined {
  const plain = title.replaceAll("_", " ").replace(/ \([^)]*\)$/, "");
  const bearers = registry.aliases.get(nameKey(plain)) ?? [];
  const own = bearers.filter(({ kind }) => kind === "name" || kind === "alias");
  return own.length === 1 && bearers.length === 1 ? own[0]!.actorId : undefined;
}
