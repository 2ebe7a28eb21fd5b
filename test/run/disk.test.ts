import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type * as Fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { DyadicError } from "../../src/core/problem.ts";
import { run } from "../../src/run/run.ts";

/** Bytes that still go onto the disk; then every write fails as on a full one. */
const disk = vi.hoisted(() => ({ room: Infinity }));

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof Fs>();
  const full = (bytes: number): Error | undefined => {
    disk.room -= bytes;
    if (disk.room >= 0) return undefined;
    return Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  };
  return {
    ...fs,
    writeFileSync(...[file, data, options]: Parameters<typeof fs.writeFileSync>) {
      const error = full(String(data).length);
      if (error !== undefined) throw error;
      fs.writeFileSync(file, data, options);
    },
    createWriteStream(...args: Parameters<typeof fs.createWriteStream>) {
      const stream = fs.createWriteStream(...args);

      const write = stream._write;
      stream._write = function (chunk: Buffer, encoding, done) {
        const error = full(chunk.length);
        if (error === undefined) write.call(this, chunk, encoding, done);
        else done(error);
      };
      return stream;
    },
  };
});

const source = { config: { name: "test", stages: ["clean", "segment"] }, folder: "." };
const scratch = mkdtempSync(join(tmpdir(), "dyadic-disk-"));
const input = join(scratch, "articles.jsonl");
const lines = Array.from({ length: 130 }, (_, i) =>
  JSON.stringify({ text: `The cabinet met in session ${i} to weigh the border treaty. Talks will go on.` }),
);
writeFileSync(input, lines.join("\n"));

beforeEach(() => {
  disk.room = Infinity;
});

const filesOf = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(folder).sort().map((name) => [name, readFileSync(join(folder, name), "utf8")] as const); // prettier-ignore

const codeOf = (error: unknown): string =>
  error instanceof DyadicError ? error.problems.map(({ code }) => code).join() : String(error);

test("a disk that fills at any time: said so, nothing under a final name, and the same bytes when there is room", async () => {
  const whole = join(scratch, "whole");
  disk.room = 1e9;
  await run({ inputs: [input], source, output: whole });
  const needed = 1e9 - disk.room;
  for (const share of [0.1, 0.5, 0.8, 0.999]) {
    const output = join(scratch, `full-${share}`);
    disk.room = needed * share;
    const error: unknown = await run({ inputs: [input], source, output }).catch((caught: unknown) => caught);
    expect(codeOf(error), `room for ${share}`).toBe("run/disk-full");
    expect(readdirSync(output), `room for ${share}`).toEqual([".work"]);
    disk.room = Infinity;
    await run({ inputs: [input], source, output });
    expect(filesOf(output), `room for ${share}`).toEqual(filesOf(whole));
  }
});
