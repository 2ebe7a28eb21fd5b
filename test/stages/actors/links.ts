import { compile } from "../../../src/core/pipeline.ts";
import type { Mention } from "../../../src/core/layers.ts";
import { stages } from "../../../src/stages/index.ts";

const wanted = ["clean", "segment", "syntax", "entities", "actors"];
const pipeline = compile(
  { stages: stages.map(({ name }) => name).filter((name) => wanted.includes(name)) },
  stages,
);

/** Mentions of a text published on a day. */
export function mentionsIn(text: string, published = "2025-07-05"): readonly Mention[] {
  const { document, problems } = pipeline.analyze({ id: "t", text, sourceFile: "t", published });
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  return document.layers.mentions!;
}

/** `expression=actor` for each linked mention; `expression=-` for one that is left open. */
export function linksIn(text: string, published?: string): string[] {
  return mentionsIn(text, published).map(
    (mention) => `${mention.text}=${mention.memberIds?.join("+") ?? mention.actorId ?? "-"}`,
  );
}
