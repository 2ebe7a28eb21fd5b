import { createHash } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { DyadicError, type Problem } from "../../core/problem.ts";
import type { Weights } from "./weights.ts";

/*
 * A model file:
 *
 *   "DYADICM1"  8 bytes: what this is, and the version of the layout
 *   length      uint32, little endian as all numbers here: bytes of the header
 *   header      JSON in UTF-8: kind, labels, options, scale, numbers of rows and cells
 *   weights     the four parts that follow, packed together by Brotli
 *   sha256      32 bytes, of all before
 *
 *   keys        differences of the ascending keys, 7 bits a byte, low bits first, top bit set when more follow
 *   lengths     uint8 a row
 *   classes     uint8 a cell
 *   values      int16 a cell; in a narrow file, whose values are mostly small: 7 bits a byte as the keys, the sign in
 *               the lowest bit
 *
 * A file without `packed` in its header has the four parts as they are.
 */
const magic = "DYADICM1";

/** A trained linear model as data. */
export interface ModelFile<Options = unknown> {
  /** What it is for: `tagger`, `parser`... A reader refuses a model of another kind. */
  readonly kind: string;
  /** Names of the classes, at most 255. */
  readonly labels: readonly string[];
  /** Whatever else the model needs: dictionaries, switches of its feature templates. Plain JSON. */
  readonly options: Options;
  readonly weights: Weights;
}

interface Header {
  readonly kind: string;
  readonly labels: readonly string[];
  readonly options: unknown;
  readonly scale: number;
  readonly rows: number;
  readonly cells: number;
  readonly narrow?: true;
  readonly packed?: true;
}

export function encodeModel({ kind, labels, options, weights }: ModelFile): Uint8Array {
  const { keys, lengths, classes, values, scale } = weights;
  const narrow = narrowValues(values);
  const header: Header = {
    kind, labels, options, scale, rows: keys.length, cells: values.length,
    ...(narrow === undefined ? {} : { narrow: true }), packed: true,
  }; // prettier-ignore
  const json = Buffer.from(JSON.stringify(header), "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const body = Buffer.concat([
    Buffer.from(magic, "latin1"), length, json,
    pack(Buffer.concat([encodeKeys(keys), lengths, classes, narrow ?? wideValues(values)])),
  ]); // prettier-ignore
  return Buffer.concat([body, sha256(body)]);
}

/**
 * Reads a model of the given kind. Throws DyadicError: `model/foreign` (not a model file), `model/version` (of another
 * version of Dyadic), `model/damaged` (bytes missing or changed), `model/kind` (a model for something else).
 */
export function decodeModel<Options = unknown>(
  bytes: Uint8Array,
  path: string,
  kind: string,
): ModelFile<Options> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.toString("latin1", 0, magic.length);
  if (start.slice(0, -1) !== magic.slice(0, -1))
    throw refusal("model/foreign", path, "This is not a model file of Dyadic.");
  if (start !== magic)
    throw refusal("model/version", path, `The model file has layout ${start.at(-1)}, not ${magic.at(-1)}.`);
  const end = buffer.length - 32;
  if (end < magic.length + 4 || !sha256(buffer.subarray(0, end)).equals(buffer.subarray(end)))
    throw refusal("model/damaged", path, "The model file is damaged: its checksum does not agree.");
  const headerEnd = magic.length + 4 + buffer.readUInt32LE(magic.length);
  const header = JSON.parse(buffer.toString("utf8", magic.length + 4, headerEnd)) as Header;
  if (header.kind !== kind)
    throw refusal("model/kind", path, `The file holds a model of kind "${header.kind}", not "${kind}".`);
  const stored = buffer.subarray(headerEnd, end);
  const parts = header.packed === true ? brotliDecompressSync(stored, { chunkSize: 1 << 22 }) : stored;
  const { keys, next } = decodeKeys(parts, 0, header.rows);
  const lengths = new Uint8Array(parts.subarray(next, next + header.rows));
  const classesAt = next + header.rows;
  const valuesAt = classesAt + header.cells;
  const values = readValues(parts, valuesAt, header);
  return {
    kind,
    labels: header.labels,
    options: header.options as Options,
    weights: {
      keys, lengths, classes: new Uint8Array(parts.subarray(classesAt, valuesAt)), values, scale: header.scale,
    },
  }; // prettier-ignore
}

function refusal(code: Problem["code"], file: string, message: string): DyadicError {
  return new DyadicError([
    {
      code,
      severity: "rejected",
      message,
      at: { file },
      hint: "Install dyadic again, or give a model file made by this version.",
    },
  ]);
}

const sha256 = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

/** The best Brotli does: a third is saved, and unpacking takes some ten milliseconds a megabyte. */
const pack = (bytes: Uint8Array): Buffer =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

/** Appends a whole number to `bytes`, 7 bits a byte, low bits first; returns the place after it. */
function writeNumber(bytes: Uint8Array, at: number, number: number): number {
  let rest = number;
  while (rest > 127) {
    bytes[at++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  bytes[at++] = rest;
  return at;
}

function encodeKeys(keys: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(5 * keys.length);
  let size = 0;
  let previous = 0;
  for (const key of keys) {
    size = writeNumber(bytes, size, key - previous);
    previous = key;
  }
  return bytes.subarray(0, size);
}

function wideValues(values: Int16Array): Uint8Array {
  const bytes = Buffer.alloc(2 * values.length);
  for (let i = 0; i < values.length; i++) bytes.writeInt16LE(values[i]!, 2 * i);
  return bytes;
}

/** The values in the narrow form, when that takes less than three quarters of the room. */
function narrowValues(values: Int16Array): Uint8Array | undefined {
  const bytes = new Uint8Array(3 * values.length);
  let size = 0;
  for (const value of values) size = writeNumber(bytes, size, value < 0 ? -2 * value - 1 : 2 * value);
  return size < 1.5 * values.length ? bytes.subarray(0, size) : undefined;
}

function readValues(buffer: Buffer, start: number, { cells, narrow }: Header): Int16Array {
  const values = new Int16Array(cells);
  let at = start;
  for (let i = 0; i < cells; i++) {
    if (narrow !== true) {
      values[i] = buffer[start + 2 * i]! | (buffer[start + 2 * i + 1]! << 8);
      continue;
    }
    let number = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = buffer[at++]!;
      number |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    values[i] = number & 1 ? -(number + 1) / 2 : number / 2;
  }
  return values;
}

function decodeKeys(bytes: Uint8Array, start: number, rows: number): { keys: Uint32Array; next: number } {
  const keys = new Uint32Array(rows);
  let next = start;
  let key = 0;
  for (let row = 0; row < rows; row++) {
    let step = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = bytes[next++]!;
      step |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    key = (key + step) >>> 0;
    keys[row] = key;
  }
  return { keys, next };
}
