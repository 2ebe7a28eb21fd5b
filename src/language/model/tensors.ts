import { createHash } from "node:crypto";
import { DyadicError, type Problem } from "../../core/problem.ts";

/*
 * A file of named arrays for models that are not sparse rows of weights:
 *
 *   "DYADICT1"  8 bytes
 *   length      uint32, little endian: bytes of the header
 *   header      JSON in UTF-8: kind, options, and of each array its name, type, length and scale
 *   arrays      one after the other, each padded to 4 bytes
 *   sha256      32 bytes, of all before
 */
const magic = "DYADICT1";

/** `int8` and `int16` hold real numbers in steps of a scale; `uint32` holds whole numbers such as hashes. */
export type TensorType = "int8" | "int16" | "uint32";

export interface Tensor {
  readonly type: TensorType;
  readonly values: Float32Array | Uint32Array;
}

export interface TensorFile<Options = unknown> {
  readonly kind: string;
  readonly options: Options;
  readonly tensors: Readonly<Record<string, Float32Array | Uint32Array>>;
}

interface Entry {
  readonly name: string;
  readonly type: TensorType;
  readonly length: number;
  readonly scale: number;
}

const sizes = { int8: 1, int16: 2, uint32: 4 } as const;

export function encodeTensors(
  kind: string,
  options: unknown,
  tensors: Readonly<Record<string, Tensor>>,
): Uint8Array {
  const entries: Entry[] = [];
  const parts: Buffer[] = [];
  for (const [name, { type, values }] of Object.entries(tensors)) {
    let largest = 0;
    for (const value of values) largest = Math.max(largest, Math.abs(value));
    const scale = type === "uint32" || largest === 0 ? 1 : largest / (type === "int8" ? 127 : 32767);
    entries.push({ name, type, length: values.length, scale });
    const size = sizes[type] * values.length;
    const bytes = Buffer.alloc(size + ((4 - (size % 4)) % 4));
    for (let i = 0; i < values.length; i++) {
      const step = Math.round(values[i]! / scale);
      if (type === "int8") bytes.writeInt8(step, i);
      else if (type === "int16") bytes.writeInt16LE(step, 2 * i);
      else bytes.writeUInt32LE(step, 4 * i);
    }
    parts.push(bytes);
  }
  const json = Buffer.from(JSON.stringify({ kind, options, entries }), "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const body = Buffer.concat([Buffer.from(magic, "latin1"), length, json, ...parts]);
  return Buffer.concat([body, createHash("sha256").update(body).digest()]);
}

/** Reads a file of arrays of the given kind. Throws DyadicError: `model/foreign`, `model/damaged`, `model/kind`. */
export function decodeTensors<Options = unknown>(
  bytes: Uint8Array,
  path: string,
  kind: string,
): TensorFile<Options> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.toString("latin1", 0, magic.length) !== magic)
    throw refusal("model/foreign", path, "This is not a model file of Dyadic.");
  const end = buffer.length - 32;
  const sound =
    end >= magic.length + 4 &&
    createHash("sha256").update(buffer.subarray(0, end)).digest().equals(buffer.subarray(end));
  if (!sound) throw refusal("model/damaged", path, "The model file is damaged: its checksum does not agree.");
  const headerEnd = magic.length + 4 + buffer.readUInt32LE(magic.length);
  const header = JSON.parse(buffer.toString("utf8", magic.length + 4, headerEnd)) as {
    readonly kind: string;
    readonly options: Options;
    readonly entries: readonly Entry[];
  };
  if (header.kind !== kind)
    throw refusal("model/kind", path, `The file holds a model of kind "${header.kind}", not "${kind}".`);
  const tensors: Record<string, Float32Array | Uint32Array> = {};
  let at = headerEnd;
  for (const { name, type, length, scale } of header.entries) {
    const values = type === "uint32" ? new Uint32Array(length) : new Float32Array(length);
    for (let i = 0; i < length; i++)
      values[i] =
        type === "int8"
          ? buffer.readInt8(at + i) * scale
          : type === "int16"
            ? buffer.readInt16LE(at + 2 * i) * scale
            : buffer.readUInt32LE(at + 4 * i);
    tensors[name] = values;
    const size = sizes[type] * length;
    at += size + ((4 - (size % 4)) % 4);
  }
  return { kind, options: header.options, tensors };
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
