import { createHash } from "node:crypto";
import { DyadicError, type Problem } from "../../core/problem.ts";

/*
 * What every model file is wrapped in:
 *
 *   magic       8 bytes: what this is, and the version of the layout as its last character
 *   length      uint32, little endian: bytes of the header
 *   header      JSON in UTF-8, with the kind of model
 *   content     what the layout says
 *   sha256      32 bytes, of all before
 */

const hashSize = 32;

const sha256 = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

export function seal<Header extends { readonly kind: string }>(
  magic: string,
  header: Header,
  content: readonly Uint8Array[],
): Uint8Array {
  const json = Buffer.from(JSON.stringify(header), "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const body = Buffer.concat([Buffer.from(magic, "latin1"), length, json, ...content]);
  return Buffer.concat([body, sha256(body)]);
}

/**
 * Header and content of a file of the given layout and kind. Throws DyadicError: `model/foreign` (not a model file),
 * `model/version` (of another version of Dyadic), `model/damaged` (bytes missing or changed), `model/kind` (a model for
 * something else).
 */
export function unseal<Header extends { readonly kind: string }>(
  bytes: Uint8Array,
  path: string,
  magic: string,
  kind: string,
): { readonly header: Header; readonly content: Buffer } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.toString("latin1", 0, magic.length);
  if (start.slice(0, -1) !== magic.slice(0, -1))
    throw refusal("model/foreign", path, "This is not a model file of Dyadic.");
  if (start !== magic)
    throw refusal("model/version", path, `The model file has layout ${start.at(-1)}, not ${magic.at(-1)}.`);
  const end = buffer.length - hashSize;
  if (end < magic.length + 4 || !sha256(buffer.subarray(0, end)).equals(buffer.subarray(end)))
    throw refusal("model/damaged", path, "The model file is damaged: its checksum does not agree.");
  const headerEnd = magic.length + 4 + buffer.readUInt32LE(magic.length);
  const header = JSON.parse(buffer.toString("utf8", magic.length + 4, headerEnd)) as Header;
  if (header.kind !== kind)
    throw refusal("model/kind", path, `The file holds a model of kind "${header.kind}", not "${kind}".`);
  return { header, content: buffer.subarray(headerEnd, end) };
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
