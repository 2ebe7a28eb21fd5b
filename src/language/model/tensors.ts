import { seal, unseal } from "./envelope.ts";

/*
 * The content of a file of named arrays, for models that are not sparse rows of weights (`envelope.ts` says what is
 * around it): one array after the other, each padded to 4 bytes. The header has of each its name, type, length and scale.
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

interface Header {
  readonly kind: string;
  readonly options: unknown;
  readonly entries: readonly Entry[];
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
  return seal<Header>(magic, { kind, options, entries }, parts);
}

/** Reads a file of arrays of the given kind, into memory that threads can share. Throws DyadicError as `unseal` does. */
export function decodeTensors<Options = unknown>(
  bytes: Uint8Array,
  path: string,
  kind: string,
): TensorFile<Options> {
  const { header, content } = unseal<Header>(bytes, path, magic, kind);
  const tensors: Record<string, Float32Array | Uint32Array> = {};
  let at = 0;
  for (const { name, type, length, scale } of header.entries) {
    const memory = new SharedArrayBuffer(4 * length);
    const values = type === "uint32" ? new Uint32Array(memory) : new Float32Array(memory);
    for (let i = 0; i < length; i++)
      values[i] =
        type === "int8"
          ? content.readInt8(at + i) * scale
          : type === "int16"
            ? content.readInt16LE(at + 2 * i) * scale
            : content.readUInt32LE(at + 4 * i);
    tensors[name] = values;
    const size = sizes[type] * length;
    at += size + ((4 - (size % 4)) % 4);
  }
  return { kind, options: header.options as Options, tensors };
}
