import { rm } from "node:fs/promises";
import { readLines, writeLines } from "./lines.ts";
import { compareLines } from "./staged.ts";

/** Files open at once. */
const maxOpen = 64;

/**
 * The lines of sorted files in one sorted stream: an external merge sort whose memory does not grow with the files.
 * More than `maxOpen` files are first merged in groups into `scratch` files, which are removed again.
 */
export async function* mergeSorted(files: readonly string[], scratch: string): AsyncGenerator<string> {
  let level = [...files];
  const temporary: string[] = [];
  for (let round = 0; level.length > maxOpen; round++) {
    const next: string[] = [];
    for (let first = 0; first < level.length; first += maxOpen) {
      const file = `${scratch}.${String(round)}.${String(first)}`;
      await writeLines(file, mergeOpen(level.slice(first, first + maxOpen)));
      next.push(file);
    }
    temporary.push(...next);
    level = next;
  }
  try {
    yield* mergeOpen(level);
  } finally {
    for (const file of temporary) await rm(file, { force: true });
  }
}

interface Head {
  line: string;
  readonly rest: AsyncIterator<string>;
}

async function* mergeOpen(files: readonly string[]): AsyncGenerator<string> {
  const heap: Head[] = [];
  for (const file of files) {
    const rest = readLines(file)[Symbol.asyncIterator]();
    const first = await rest.next();
    if (first.done !== true) heap.push({ line: first.value, rest });
  }
  heap.sort((a, b) => compareLines(a.line, b.line));
  while (heap.length > 0) {
    const head = heap[0]!;
    yield head.line;
    const next = await head.rest.next();
    if (next.done === true) {
      const last = heap.pop()!;
      if (heap.length === 0) return;
      if (last !== head) heap[0] = last;
    } else head.line = next.value;
    sink(heap);
  }
}

/** Restores the heap after its first element grew. */
function sink(heap: Head[]): void {
  let parent = 0;
  for (;;) {
    let least = parent;
    for (const child of [2 * parent + 1, 2 * parent + 2])
      if (child < heap.length && compareLines(heap[child]!.line, heap[least]!.line) < 0) least = child;
    if (least === parent) return;
    [heap[parent], heap[least]] = [heap[least]!, heap[parent]!];
    parent = least;
  }
}
