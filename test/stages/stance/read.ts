import type { AnyDocument } from "../../../src/core/document.ts";
import type { Mention } from "../../../src/core/layers.ts";
import { compile, type Given } from "../../../src/core/pipeline.ts";
import { defineStage } from "../../../src/core/stage.ts";
import { z } from "zod";
import { stages } from "../../../src/stages/index.ts";

/** Stands in for names and actors: every occurrence of a listed name is a mention of that actor. */
function actorsNamed(names: readonly string[]) {
  return defineStage({
    name: "actors",
    summary: "Names given by the test.",
    needs: ["sentences"],
    uses: [],
    gives: ["mentions"],
    options: z.strictObject({}),
    resources: {},
    tables: [],
    prepare: () => (document) => {
      const { text } = document.article;
      const mentions: Mention[] = [];
      for (const name of names)
        for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
          mentions.push({
            start: at,
            end: at + name.length,
            text: name,
            sentence: document.layers.sentences.findIndex(({ end }) => end > at),
            mentionType: "name",
            entityType: "state",
            actorId: name,
            linkMethod: "exact",
            confidence: 1,
            ruleId: "test",
          });
      return { mentions: mentions.sort((a, b) => a.start - b.start) };
    },
  });
}

const used = new Map<string, ReturnType<typeof compile>>();

/** All layers of a text in which the given names are the actors. */
export function read(
  text: string,
  names: readonly string[] = ["Arland", "Borland", "Corland"],
  given?: Given,
  syntax: readonly string[] = [],
): AnyDocument {
  const key = [...names, ...syntax].join("|");
  const actors = actorsNamed(names);
  const pipeline =
    used.get(key) ??
    compile({ stages: ["clean", "segment", ...syntax, "actors", "quotes", "events", "stance"] }, [
      ...stages.filter(({ name }) => name !== "actors"),
      actors,
    ]);
  used.set(key, pipeline);
  const { document, problems } = pipeline.analyze({ id: "test", text, sourceFile: "test" }, given);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("; "));
  return document;
}

/** All layers with the dependency trees, as default.yaml reads. */
export const readParsed = (text: string, names?: readonly string[]): AnyDocument =>
  read(text, names, undefined, ["syntax"]);

/** The stances of a text as short lines: `Arland>Borland - asserted`. */
export function stancesOf(text: string, names?: readonly string[]): string[] {
  const { mentions = [], stances = [] } = read(text, names).layers;
  return stances.map(
    (stance) =>
      `${mentions[stance.source]!.text}>${mentions[stance.target]!.text} ${stance.score > 0 ? "+" : "-"} ${stance.modality}`,
  );
}

/** The events of a text as short lines: `Arland>Borland ACCUSE asserted`; compound actors joined by `&`. */
export const eventsOf = (text: string, names?: readonly string[]): string[] => eventLines(read(text, names));

/** The same, of a document. */
export function eventLines({ layers: { mentions = [], events = [] } }: AnyDocument): string[] {
  const words = (indices: readonly number[]): string =>
    indices.map((index) => mentions[index]!.text).join("&");
  return events.map(
    (event) => `${words(event.sources)}>${words(event.targets)} ${event.type} ${event.modality}`,
  );
}
