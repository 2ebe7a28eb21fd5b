import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { sketchWords, type Sketch } from "./sketch.ts";

const sketchBytes = sketchWords * 4;
const chunkSize = 4096;

/**
 * Sketches of all articles in input order. The first 100,000 (50 MB) stay in memory, the rest goes to a file, so that
 * memory is bounded however many there are. Close it to remove the file.
 */
export class SketchStore {
  readonly #chunks: Uint32Array[] = [];
  readonly #path: string | undefined;
  readonly #chunksInMemory: number;
  #file: number | undefined;
  #size = 0;

  /** `spillPath`: a file that does not exist yet; without it all stays in memory. */
  constructor(spillPath?: string, sketchesInMemory = 100_000) {
    this.#path = spillPath;
    this.#chunksInMemory = spillPath === undefined ? Infinity : Math.ceil(sketchesInMemory / chunkSize);
  }

  get size(): number {
    return this.#size;
  }

  append(sketch: Sketch): void {
    const index = this.#size++;
    const chunk = Math.floor(index / chunkSize);
    if (chunk >= this.#chunksInMemory) {
      this.#file ??= openSync(this.#path!, "w+");
      writeSync(this.#file, asBytes(sketch), 0, sketchBytes, this.#offset(index));
      return;
    }
    (this.#chunks[chunk] ??= new Uint32Array(chunkSize * sketchWords)).set(
      sketch,
      (index % chunkSize) * sketchWords,
    );
  }

  /** The sketch of the article at an index; valid until the store is closed. */
  get(index: number): Sketch {
    const chunk = Math.floor(index / chunkSize);
    if (chunk < this.#chunksInMemory) {
      const start = (index % chunkSize) * sketchWords;
      return this.#chunks[chunk]!.subarray(start, start + sketchWords);
    }
    const sketch = new Uint32Array(sketchWords);
    readSync(this.#file!, asBytes(sketch), 0, sketchBytes, this.#offset(index));
    return sketch;
  }

  close(): void {
    if (this.#file === undefined) return;
    closeSync(this.#file);
    rmSync(this.#path!, { force: true });
    this.#file = undefined;
  }

  #offset(index: number): number {
    return (index - this.#chunksInMemory * chunkSize) * sketchBytes;
  }
}

function asBytes(sketch: Sketch): Uint8Array {
  return new Uint8Array(sketch.buffer, sketch.byteOffset, sketchBytes);
}
