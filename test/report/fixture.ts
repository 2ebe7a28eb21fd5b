import type { Dataset } from "../../src/core/dataset.ts";
import type { AnyRow } from "../../src/core/table.ts";

const sides = ["aze", "rus", "tur", "usa", "irn", "fra", "ukr", "chn", "deu", "gbr", "ind", "pak"];
const verbs = [
  ["condemned", -0.6],
  ["praised", 0.5],
  ["met", 0.25],
  ["sanctioned", -0.6],
  ["armed", 1],
] as const;

/** A made-up dataset of any size, always the same: what the page is tested and measured on. */
export function madeUpDataset(articles: number, sentencesEach = 12): Dataset {
  const row = (table: string, index: number): readonly AnyRow[] => {
    const article_id = `a${String(index).padStart(16, "0")}`;
    const sentence = (number: number): { text: string; start: number; verb: (typeof verbs)[number]; s: number; t: number } => {
      const verb = verbs[(index * 7 + number) % verbs.length]!;
      const s = (index + number * 3) % sides.length;
      const t = (s + 1 + ((index * 5 + number) % (sides.length - 1))) % sides.length;
      const text = `In case ${String(number).padStart(3, "0")} of report ${String(index).padStart(6, "0")}, ${sides[s]!.toUpperCase()} ${verb[0].padEnd(10, ".")} ${sides[t]!.toUpperCase()} & 50 <others>.`;
      return { text, start: number * (text.length + 1), verb, s, t };
    };
    const date = new Date(Date.UTC(2020, 0, 1 + (index % 1500))).toISOString().slice(0, 10);
    const each = Array.from({ length: sentencesEach }, (_, number) => ({ number, ...sentence(number) }));
    switch (table) {
      case "articles":
        return [{ article_id, title: `Report ${index}`, outlet: `Outlet ${index % 5}`, published_date: date, cluster_id: article_id, n_chars: sentencesEach * (each[0]!.text.length + 1) }];
      case "sentences":
        return each.map(({ number, text, start }) => ({ sentence_id: `${article_id}.s${number}`, article_id, sentence_number: number + 1, paragraph_number: 1 + Math.floor(number / 4), start, end: start + text.length, text }));
      case "stances":
        return each.map(({ number, text, start, verb, s, t }) => ({ stance_id: `${article_id}.t${number}`, article_id, sentence_number: number + 1, source_actor_id: number % 2 === 0 ? sides[s]! : `${sides[s]!}.gov`, target_actor_id: sides[t]!, score: verb[1], confidence: 0.8, channel: "verbal_act", holder: number % 3 === 0 ? "quoted_speaker" : "author", modality: number % 6 === 5 ? "hypothetical" : "asserted", stance_date: date, cue_text: verb[0], cue_start: start + text.indexOf(verb[0]), cue_end: start + text.indexOf(verb[0]) + verb[0].length }));
      case "events":
        return each.filter(({ number }) => number % 3 === 0).map(({ number, text, start, verb, s, t }) => ({ event_id: `${article_id}.e${number}`, article_id, sentence_number: number + 1, event_type: verb[1] < 0 ? "ACCUSE" : "SUPPORT", intensity: verb[1] * 10, modality: "asserted", event_date: date, source_actor_ids: [sides[s]!], target_actor_ids: [sides[t]!], trigger_text: verb[0], trigger_start: start + text.indexOf(verb[0]), trigger_end: start + text.indexOf(verb[0]) + verb[0].length }));
      case "figures":
        return [{ figure_id: `${article_id}.f0`, article_id, sentence_number: 1, start: each[0]!.start + each[0]!.text.indexOf("50"), end: each[0]!.start + each[0]!.text.indexOf("50") + 2, text: "50", value: 50, value_low: 50, value_high: 50, comparator: "gt", kind: "count", counted_text: "others", category: index % 2 === 0 ? "killed" : "none" }];
      case "mentions":
        return each.map(({ number, text, start, s }) => ({ mention_id: `${article_id}.m${number}`, article_id, start: start + text.indexOf(sides[s]!.toUpperCase()), end: start + text.indexOf(sides[s]!.toUpperCase()) + 3, actor_id: sides[s]!, mention_type: "name", link_method: "exact" }));
      case "rejects":
        return index === 0 ? [{ reject_id: "r1", reason_code: "ingest/not-english", severity: "rejected", message: "The text is in German." }] : [];
      case "actors":
        return index === 0 ? sides.flatMap((id) => [{ actor_id: id, name: `Land of ${id.toUpperCase()}`, actor_type: "state" }, { actor_id: `${id}.gov`, name: `Government of ${id.toUpperCase()}`, actor_type: "government" }]) : [];
      default:
        return [];
    }
  }; // prettier-ignore
  return {
    tables: [],
    async *rows(table) {
      for (let index = 0; index < articles; index++) yield* row(table, index);
    },
  };
}

export const madeUpAbout = { name: "made-up", tool: "dyadic test", runId: "r000000000000", counts: {} };

export const stateOf = (actorId: string): string => actorId.split(".")[0]!;
