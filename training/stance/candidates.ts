import { writeFileSync } from "node:fs";
import { readRecords } from "../../bench/bench.ts";
import { compile } from "../../src/core/pipeline.ts";
import { bySpan, type Span } from "../../src/core/span.ts";
import { stages } from "../../src/stages/index.ts";
import { seeded } from "../random.ts";
import { sharedFile } from "../shared.ts";
import { annotatedSets } from "./data.ts";

/*
 * npm run stance:candidates -- FILE
 * Writes pairs of names in sentences of public sets, at most two a sentence, for readers and models to judge: JSON Lines
 * with set, id, text, p and q. Names are those that the sets mark; in DSE and NewsMTSC also those that the `entities` stage
 * finds.
 */
const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write("usage: npm run stance:candidates -- FILE\n");
  process.exit(2);
}
const most = 2;
const pipeline = compile({ stages: ["clean", "segment", "entities"] }, stages);
const random = seeded(1);

interface Sentence {
  readonly id: string;
  readonly text: string;
  /** The pair of DSE, which has its label already. */
  readonly p?: Span;
  readonly q?: Span;
  readonly stances?: readonly { readonly target?: Span }[];
  readonly entities?: readonly (Span & { readonly type: string; readonly subtype?: string })[];
}

/** Names of a sentence in their order, without overlaps. */
function namesIn({ id, text, p, q, stances = [], entities }: Sentence): readonly Span[] {
  if (entities !== undefined)
    return entities.filter(({ type, subtype }) => type !== "MISC" || subtype === "NORP");
  const marked = [p, q, ...stances.map(({ target }) => target)].filter((span) => span !== undefined);
  const found = pipeline.analyze({ id, text, sourceFile: id }).document.layers.names ?? [];
  const others = found.filter(
    (name) => !marked.some((span) => span.start < name.end && name.start < span.end),
  );
  return [...marked, ...others].sort(bySpan);
}

function* pairsOf(sentence: Sentence): Generator<readonly [p: Span, q: Span]> {
  const { text, p: first, q: second } = sentence;
  const names = namesIn(sentence);
  const pairs = names.flatMap((p, index) =>
    names
      .slice(index + 1)
      .filter((q) => q.start >= p.end && text.slice(p.start, p.end) !== text.slice(q.start, q.end))
      .filter((q) => p.start !== first?.start || q.start !== second?.start)
      .map((q) => [p, q] as const),
  );
  for (let taken = 0; taken < most && pairs.length > 0; taken++)
    yield* pairs.splice(Math.floor(random() * pairs.length), 1);
}

const lines: string[] = [];
for (const [set, path] of Object.entries(annotatedSets))
  for (const sentence of readRecords<Sentence>(sharedFile(`benchmarks/${path}.jsonl`)))
    for (const [p, q] of pairsOf(sentence)) {
      const place = ({ start, end }: Span): Span => ({ start, end });
      lines.push(JSON.stringify({ set, id: sentence.id, text: sentence.text, p: place(p), q: place(q) }));
    }
writeFileSync(file, `${lines.join("\n")}\n`);
process.stderr.write(`${String(lines.length)} pairs\n`);
