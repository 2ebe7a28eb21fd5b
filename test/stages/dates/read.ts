import { loadResource } from "../../../src/core/resource.ts";
import { numberWords } from "../../../src/language/en/numbers.ts";
import { buildGrammar } from "../../../src/stages/dates/grammar.ts";
import { buildLexicon, holidays, timePhrases, timeWords } from "../../../src/stages/dates/lexicon.ts";
import { compile } from "../../../src/core/pipeline.ts";
import type { DateExpression, Publication } from "../../../src/core/layers.ts";
import { stages } from "../../../src/stages/index.ts";

const pipeline = compile({ stages: ["clean", "segment", "dates"] }, stages);

export const lexicon = buildLexicon(
  loadResource(timeWords), loadResource(timePhrases), loadResource(holidays), loadResource(numberWords),
); // prettier-ignore
export const grammar = buildGrammar(lexicon);

export interface Dated {
  readonly published?: string;
  readonly sourceFile?: string;
}

export function analyze(
  text: string,
  { published, sourceFile = "-" }: Dated = {},
): { dates: readonly DateExpression[]; publication: Publication } {
  const article = { id: "test", text, sourceFile, ...(published === undefined ? {} : { published }) };
  const { document, problems } = pipeline.analyze(article);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  return { dates: document.layers.dates!, publication: document.layers.publication![0]! };
}

/** "expression = value" of every date found, in order. */
export function values(text: string, published?: string): string[] {
  const { dates } = analyze(text, published === undefined ? {} : { published });
  return dates.map(({ text: expression, value }) => `${expression} = ${value}`);
}
