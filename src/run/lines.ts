import { createReadStream } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { openSink } from "../export/sink.ts";

/** The lines of a UTF-8 file. Only `\n` ends a line: `node:readline` also splits at U+2028, which JSON leaves bare. */
export async function* readLines(file: string): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.write(chunk)).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
  rest += decoder.end();
  if (rest !== "") yield rest;
}

/** Writes lines with back-pressure. Rejects when the disk does not take them. */
export async function writeLines(
  file: string,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  const sink = openSink(file);
  for await (const line of lines) await sink.write(`${line}\n`);
  await sink.close();
}
