import { Command } from "commander";
import type { AnyDocument } from "../core/document.ts";
import { layerNames, type LayerName } from "../core/layers.ts";
import { DyadicError, nearest, type Problem } from "../core/problem.ts";
import { ingestOptions, readArticles } from "../ingest/index.ts";
import { openPipeline, readPipeline } from "../run/pipeline-file.ts";
import { exit, withExitCode } from "./exit.ts";
import { markUp } from "./mark-up.ts";
import { fieldList, pipelineOption } from "./options.ts";
import { outColors as color, print, sayProblems } from "./terminal.ts";

interface Options {
  readonly pipeline?: string;
  readonly layers?: readonly string[];
  readonly json?: true;
}

export function inspectCommand(): Command {
  return new Command("inspect")
    .description(
      "Show what the stages find in a file: its text annotated in color, then each finding in a line.",
    )
    .argument("<file>", "a file of one or more articles")
    .addOption(pipelineOption())
    .option("--layers <names>", "layers to show; without it all that hold findings", fieldList)
    .option("--json", "print the layers as JSON, a line an article")
    .addHelpText(
      "after",
      `
Examples:
  dyadic inspect article.txt
  dyadic inspect article.txt --layers tokens,syntax,mentions
  dyadic inspect article.html --pipeline dates-only --json | jq .layers.dates`,
    )
    .action((file: string, options: Options) =>
      withExitCode(async () => {
        const wanted = options.layers?.map(layerName);
        const pipeline = await openPipeline(readPipeline(options.pipeline));
        const ingest = ingestOptions.parse(pipeline.config.ingest);
        const rejects: Problem[] = [];
        let articles = 0;
        for await (const item of readArticles([file], ingest)) {
          if (item.kind === "reject") rejects.push(item.problem);
          if (item.kind !== "article") continue;
          articles++;
          const { document, problems } = pipeline.analyze(item.article);
          rejects.push(...problems);
          print(options.json ? asJson(document, wanted) : describe(document, wanted));
        }
        sayProblems(rejects);
        if (articles === 0) return exit.nothing;
        return rejects.some(({ severity }) => severity !== "warning") ? exit.partial : exit.done;
      }),
    );
}

function layerName(name: string): LayerName {
  const known = layerNames.find((layer) => layer === name);
  if (known !== undefined) return known;
  const near = nearest(name, layerNames);
  throw new DyadicError([{
    code: "cli/unknown-layer", severity: "rejected", message: `There is no layer "${name}".`,
    hint: near === undefined ? `Layers: ${layerNames.join(", ")}.` : `Did you mean "${near}"?`,
  }]); // prettier-ignore
}

function asJson({ article, layers }: AnyDocument, wanted: readonly LayerName[] | undefined): string {
  const shown =
    wanted === undefined ? layers : Object.fromEntries(wanted.map((name) => [name, layers[name]]));
  return JSON.stringify({ article, layers: shown });
}

/** Layers that are the ground others stand on; listed only when asked for. */
const ground: readonly LayerName[] = ["paragraphs", "sentences", "tokens", "syntax", "names"];

function describe(document: AnyDocument, wanted: readonly LayerName[] | undefined): string {
  const { article, layers } = document;
  const shown =
    wanted ?? layerNames.filter((name) => !ground.includes(name) && (layers[name]?.length ?? 0) > 0);
  const lines = [color.bold(article.title ?? article.sourceFile), markUp(document, shown), ""];
  for (const name of shown) {
    lines.push(color.bold(`${name} (${String(layers[name]?.length ?? 0)})`));
    for (const [index, element] of (layers[name] ?? []).entries())
      lines.push(
        `  ${String(index)}  ${quoted(article.text.slice(element.start, element.end))}  ${facts(element)}`,
      );
  }
  return lines.join("\n");
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return color.cyan(line.length > 80 ? `${line.slice(0, 77)}…` : line);
}

const hidden = new Set(["start", "end", "text"]);

const facts = (element: object): string =>
  Object.entries(element)
    .filter(([name]) => !hidden.has(name))
    .map(
      ([name, value]) =>
        `${color.dim(`${name}=`)}${typeof value === "object" ? JSON.stringify(value) : String(value)}`,
    )
    .join(" ");
