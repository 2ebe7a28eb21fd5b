import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { InputFile } from "./item.ts";

/** Where bytes come from; `stdin` can be replaced in tests. */
export interface Source {
  readonly path: string;
  /** Decompressed bytes, a chunk at a time. */
  readonly chunks: AsyncIterable<Buffer>;
  /** Reads what is left of the file and closes it. */
  readonly finish: () => Promise<InputFile>;
}

/** Opens a file, or standard input for `-`. Gzip is known by its first bytes. Errors come while reading. */
export function openSource(path: string, stdin: Readable = process.stdin): Source {
  const stream: Readable = path === "-" ? stdin : createReadStream(path);
  const raw = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const hash = createHash("sha256");
  let bytes = 0;
  const next = async (): Promise<Buffer | undefined> => {
    const { value, done } = await raw.next();
    if (done === true) return undefined;
    const chunk = typeof value === "string" ? Buffer.from(value) : (value as Buffer);
    hash.update(chunk);
    bytes += chunk.length;
    return chunk;
  };
  return {
    path,
    chunks: decompressed(next),
    async finish() {
      while ((await next()) !== undefined);
      return { path, bytes, sha256: hash.digest("hex") };
    },
  };
}

async function* decompressed(next: () => Promise<Buffer | undefined>): AsyncGenerator<Buffer> {
  const first = await next();
  if (first === undefined) return;
  if (first[0] !== 0x1f || first[1] !== 0x8b) {
    for (let chunk: Buffer | undefined = first; chunk !== undefined; chunk = await next()) yield chunk;
    return;
  }
  const gunzip = createGunzip();
  const fed = feed(gunzip, first, next);
  fed.catch((error: unknown) => gunzip.destroy(error as Error));
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } finally {
    gunzip.destroy();
    await fed.catch(() => undefined);
  }
}

/** Writes no faster than the reader takes. */
async function feed(
  gunzip: ReturnType<typeof createGunzip>,
  first: Buffer,
  next: () => Promise<Buffer | undefined>,
): Promise<void> {
  for (let chunk: Buffer | undefined = first; chunk !== undefined; chunk = await next()) {
    if (gunzip.destroyed) return;
    if (!gunzip.write(chunk))
      await new Promise<void>((resolve) => {
        gunzip.once("drain", resolve);
        gunzip.once("close", resolve);
      });
  }
  gunzip.end();
}

/** All bytes, or undefined when there are more than `maxBytes`. */
export async function readWhole(
  chunks: AsyncIterable<Buffer>,
  maxBytes: number,
): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > maxBytes) return undefined;
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
