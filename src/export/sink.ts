import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { createGzip } from "node:zlib";

/** A text file being written, in blocks and with back-pressure. Every method rejects when the disk fails. */
export interface Sink {
  /** Undefined while there is room; otherwise wait for it before the next. */
  write(text: string): Promise<void> | undefined;
  close(): Promise<void>;
}

const blockSize = 65_536;

/** Opens a file for writing; gzip carries no time, so equal text gives equal bytes. */
export function openSink(file: string, { gzip = false }: { readonly gzip?: boolean } = {}): Sink {
  const disk = createWriteStream(file);
  const failed = once(disk, "error").then(([error]) => Promise.reject(error as Error));
  failed.catch(() => undefined); // It is looked at whenever the sink is written to.
  const out = gzip ? createGzip() : disk;
  if (out !== disk) out.pipe(disk);
  let block = "";
  const flush = async (): Promise<void> => {
    const full = !out.write(block);
    block = "";
    if (full) await Promise.race([once(out, "drain"), failed]);
  };
  return {
    write(text) {
      block += text;
      return block.length >= blockSize ? flush() : undefined;
    },
    async close() {
      await flush();
      out.end();
      await Promise.race([once(disk, "close"), failed]);
    },
  };
}
