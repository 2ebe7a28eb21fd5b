import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { seal, unseal } from "./envelope.ts";
import type { Weights } from "./weights.ts";

/*
 * The content of a file of weights (`envelope.ts` says what is around it): four parts, packed together by Brotli. The
 * header has the labels, options, scale and numbers of rows and cells. All numbers are little endian.
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
  return seal(magic, header, [
    pack(Buffer.concat([encodeKeys(keys), lengths, classes, narrow ?? wideValues(values)])),
  ]);
}

/** Reads a model of the given kind. Throws DyadicError as `unseal` does. */
export function decodeModel<Options = unknown>(
  bytes: Uint8Array,
  path: string,
  kind: string,
): ModelFile<Options> {
  const { header, content } = unseal<Header>(bytes, path, magic, kind);
  const { rows, cells } = header;
  // A chunk that all of it fits into is not copied again.
  const parts =
    header.packed === true
      ? brotliDecompressSync(content, { chunkSize: 4 * rows + 3 * cells + 64 })
      : content;
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

/** Whole numbers of 32 bits throughout: others cost time and leave garbage. */
const readValues = (bytes: Uint8Array, start: number, { cells, narrow }: Header): Int16Array =>
  narrow === true ? readNarrow(bytes, start, cells) : readWide(bytes, start, cells);

function readWide(bytes: Uint8Array, start: number, cells: number): Int16Array {
  const values = new Int16Array(cells);
  for (let i = 0, at = start; i < cells; i++) values[i] = bytes[at++]! | (bytes[at++]! << 8);
  return values;
}

function readNarrow(bytes: Uint8Array, start: number, cells: number): Int16Array {
  const values = new Int16Array(cells);
  let at = start;
  for (let i = 0; i < cells; i++) {
    let number = bytes[at++]!;
    if (number > 127) {
      number &= 127;
      for (let shift = 7, byte = 128; byte > 127; shift += 7) {
        byte = bytes[at++]!;
        number |= (byte & 127) << shift;
      }
    }
    values[i] = number & 1 ? -((number + 1) >>> 1) : number >>> 1;
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
    key = (key + step) | 0;
    keys[row] = key;
  }
  return { keys, next };
}
