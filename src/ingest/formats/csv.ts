import { Readable } from "node:stream";
import { TextDecoder } from "node:util";
import { parse, type CsvError } from "csv-parse";
import { decode, mendWestern } from "../decode.ts";
import { readRecord } from "../fields.ts";
import { problem, reject, type Raw } from "../item.ts";
import type { IngestOptions } from "../options.ts";

/** CSV with a header row. A record that cannot be read is named by its line and the rest goes on. */
export async function* readCsv(bytes: AsyncIterable<Buffer>, options: IngestOptions): AsyncGenerator<Raw> {
  const pending: Raw[] = [];
  const skipped = (error: CsvError | undefined): undefined => {
    const line = typeof error?.["lines"] === "number" ? error["lines"] : undefined;
    const code = error?.code === "CSV_MAX_RECORD_SIZE" ? "too-large" : "bad-line";
    pending.push(reject(code, `The record cannot be read: ${error?.message ?? "unknown fault"}`, { line }));
  };
  const chunks = decodedChunks(bytes, options.encoding, pending);
  const { value: first, done } = await chunks.next();
  if (done === true) {
    yield* pending;
    return;
  }
  const parser = parse({
    columns: true, bom: true, info: true, skip_empty_lines: true, relax_column_count_less: true,
    skip_records_with_error: true, on_skip: skipped, max_record_size: options.maxBytes,
    delimiter: options.delimiter ?? findDelimiter(first),
  }); // prettier-ignore
  const input = Readable.from(prepend(first, chunks));
  input.on("error", (error) => parser.destroy(error));
  input.pipe(parser);
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<{
    record: unknown;
    info: { lines: number };
  }>;
  for (;;) {
    let next: IteratorResult<{ record: unknown; info: { lines: number } }>;
    try {
      next = await records.next();
    } catch (error) {
      const { code, message, lines } = error as CsvError & { lines?: number };
      if (typeof code !== "string" || !code.startsWith("CSV_")) throw error;
      yield* pending.splice(0);
      yield reject("bad-line", `Reading stopped: ${message}`, {
        line: lines, hint: "Nothing after this place was read: look for a quotation mark that is never closed.",
      }); // prettier-ignore
      return;
    }
    yield* pending.splice(0);
    if (next.done === true) return;
    yield readRecord(next.value.record, options, next.value.info.lines);
  }
}

async function* prepend(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

/** Text of the chunks; the encoding is settled on the first one. */
async function* decodedChunks(
  chunks: AsyncIterable<Buffer>,
  forced: string | undefined,
  pending: Raw[],
): AsyncGenerator<string, undefined> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    if (decoder === undefined) {
      // Cut at a line end, so that no character is halved when the encoding is looked for.
      const end = chunk.lastIndexOf(0x0a) + 1 || chunk.length;
      const head = decode(chunk.subarray(0, end), { forced });
      if (head === undefined) {
        pending.push(reject("binary", "The file is no text."));
        return undefined;
      }
      if (head.doubt !== undefined)
        pending.push({
          kind: "reject",
          problem: problem("not-utf8", `The file: ${head.doubt}.`, { severity: "degraded" }),
        });
      decoder = new TextDecoder(head.encoding);
    }
    yield mendWestern(decoder.decode(chunk, { stream: true }), decoder.encoding);
  }
  return undefined;
}

/** The sign that stands most often in the header row. */
function findDelimiter(text: string): string {
  const newline = text.indexOf("\n");
  const header = newline < 0 ? text : text.slice(0, newline);
  let best = ",";
  for (const sign of [",", ";", "\t", "|"])
    if (header.split(sign).length > header.split(best).length) best = sign;
  return best;
}
