import type { Readable } from "node:stream";
import { declaredEncoding, decode } from "./decode.ts";
import { formatOf, knownExtensions, sniffFormat } from "./format.ts";
import { readCsv } from "./formats/csv.ts";
import { readJson } from "./formats/json.ts";
import { readJsonLines } from "./formats/jsonl.ts";
import { readMarkdown } from "./formats/markdown.ts";
import { readHtml } from "./html/index.ts";
import { problem, reject, type InputFile, type Raw } from "./item.ts";
import type { Format, IngestOptions } from "./options.ts";
import { openSource, readWhole, type Source } from "./source.ts";

/** A JSON file is parsed whole, so its size is bounded apart from that of an article. */
const maxJsonBytes = 100_000_000;

/** Makes a page's article out of its HTML, here or on another thread. */
export type ReadPage = (html: string) => Raw | Promise<Raw>;

export interface FileMeans {
  /** In place of the process's own. */
  readonly stdin?: Readable;
  /** By default on this thread. */
  readonly readPage?: ReadPage;
}

/** What a file gives: records not yet made articles, problems, and itself at the end. */
export type FileItem = Raw | { readonly kind: "file"; readonly file: InputFile };

/** All of one input: its records and problems in order, its `file` at the end. Never throws. */
export async function* readFile(
  path: string,
  options: IngestOptions,
  { stdin, readPage = readHtml }: FileMeans,
): AsyncGenerator<FileItem> {
  const known = options.format === "auto" ? formatOf(path) : options.format;
  if (known === undefined && path !== "-") {
    yield reject("unknown-format", `The ending of ${path} is not known.`, {
      at: { file: path }, hint: `Known: ${knownExtensions.join(" ")}, each also with .gz. Or name the format: format: text.`,
    }); // prettier-ignore
    return;
  }
  let found = 0;
  try {
    const source = openSource(path, stdin);
    const { format, chunks } =
      known === undefined ? await sniffed(source) : { format: known, chunks: source.chunks };
    for await (const raw of readFormat(format, chunks, options, readPage)) {
      found++;
      if (raw.kind === "raw") yield raw;
      else yield { kind: "reject", problem: { ...raw.problem, at: { file: path, ...raw.problem.at } } };
    }
    if (found === 0) yield reject("empty", `${path} holds no article.`, { at: { file: path } });
    yield { kind: "file", file: await source.finish() };
  } catch (error) {
    yield { kind: "reject", problem: { ...fileProblem(error, path), at: { file: path } } };
  }
}

/** The format told by the first bytes, and all the bytes again. */
async function sniffed({ chunks }: Source): Promise<{ format: Format; chunks: AsyncIterable<Buffer> }> {
  const rest = chunks[Symbol.asyncIterator]();
  const first = await rest.next();
  const head = first.done === true ? undefined : decode(first.value)?.text;
  const all = async function* (): AsyncGenerator<Buffer> {
    if (first.done !== true) yield first.value;
    yield* { [Symbol.asyncIterator]: () => rest };
  };
  return { format: sniffFormat(head ?? ""), chunks: all() };
}

function readFormat(
  format: Format,
  chunks: AsyncIterable<Buffer>,
  options: IngestOptions,
  readPage: ReadPage,
): AsyncIterable<Raw> {
  if (format === "jsonl") return readJsonLines(chunks, options);
  if (format === "csv") return readCsv(chunks, options);
  return readWholeFile(chunks, format, options, readPage);
}

async function* readWholeFile(
  chunks: AsyncIterable<Buffer>,
  format: Format,
  options: IngestOptions,
  readPage: ReadPage,
): AsyncGenerator<Raw> {
  const maxBytes = format === "json" ? maxJsonBytes : options.maxBytes;
  const bytes = await readWhole(chunks, maxBytes);
  if (bytes === undefined) {
    yield reject("too-large", `The file is larger than ${maxBytes} bytes.`, {
      hint: format === "json" ? "Write large collections as JSON Lines." : "Raise maxBytes to read it.",
    });
    return;
  }
  if (bytes.length === 0) return;
  const decoded = decode(bytes, {
    forced: options.encoding,
    declared: format === "html" ? declaredEncoding(bytes) : undefined,
  });
  if (decoded === undefined) {
    yield reject("binary", "The file is no text.", { sample: bytes.subarray(0, 16).toString("hex") });
    return;
  }
  if (decoded.doubt !== undefined)
    yield { kind: "reject", problem: problem("not-utf8", `The file: ${decoded.doubt}.`, {
      severity: "degraded", hint: "If characters look wrong, name the encoding: encoding: windows-1252.",
    }) }; // prettier-ignore
  if (format === "html") yield await readPage(decoded.text);
  else yield* readText(decoded.text, format, options);
}

function* readText(text: string, format: Format, options: IngestOptions): Generator<Raw> {
  if (format === "markdown") yield* readMarkdown(text, options);
  else if (format === "json") yield* readJson(text, options);
  else yield { kind: "raw", raw: { text } };
}

function fileProblem(error: unknown, path: string) {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT")
    return problem("vanished", `${path} was there when the inputs were listed and is gone now.`, {
      retryable: true,
    });
  if (typeof code === "string" && code.startsWith("Z_"))
    return problem("bad-gzip", `${path} is cut off or damaged: ${message}.`, {
      hint: "What came before the damage was read.",
    });
  return problem("unreadable", `Cannot read ${path}: ${message}.`, { retryable: true });
}
