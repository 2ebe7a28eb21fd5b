import { errorText } from "../../core/problem.ts";
import { decode } from "../decode.ts";
import { readRecord } from "../fields.ts";
import { problem, reject, type Raw } from "../item.ts";
import { asUtf8, readLines } from "../lines.ts";
import type { IngestOptions } from "../options.ts";

/** JSON Lines: one object a line. A bad line is named and the rest goes on. */
export async function* readJsonLines(
  chunks: AsyncIterable<Buffer>,
  options: IngestOptions,
): AsyncGenerator<Raw> {
  for await (const { number, bytes } of readLines(asUtf8(chunks), options.maxBytes)) {
    if (bytes === undefined) {
      yield reject("too-large", `Line ${number} is longer than ${options.maxBytes} bytes.`, { line: number });
      continue;
    }
    const decoded = decode(bytes, { forced: options.encoding });
    if (decoded === undefined) {
      yield reject("binary", `Line ${number} is no text.`, { line: number });
      continue;
    }
    const line = decoded.text.trim();
    if (line === "") continue;
    let record: unknown;
    try {
      record = JSON.parse(line);
    } catch (error) {
      yield reject("bad-line", `Line ${number} is no JSON: ${errorText(error)}`, {
        line: number, sample: line.slice(0, 120), hint: "JSON Lines has one whole JSON object on each line.",
      }); // prettier-ignore
      continue;
    }
    const raw = readRecord(record, options, number);
    if (raw.kind === "raw" && decoded.doubt !== undefined)
      yield {
        kind: "reject",
        problem: problem("not-utf8", `Line ${number}: ${decoded.doubt}.`, {
          severity: "degraded",
          line: number,
        }),
      };
    yield raw;
  }
}
