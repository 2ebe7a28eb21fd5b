import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { loadResource, shareResources, sharedResource, takeResources } from "../../src/core/resource.ts";
import { compile } from "../../src/core/pipeline.ts";
import { stages } from "../../src/stages/index.ts";

const counted = (name: string) => {
  const calls = { decode: 0, open: 0 };
  const resource = sharedResource({
    name,
    summary: "For this test.",
    file: "en/months.csv",
    decode: (bytes) => {
      calls.decode++;
      return { bytes: new Uint8Array(new SharedArrayBuffer(bytes.length)).fill(bytes[0]!) };
    },
    open: ({ bytes }) => {
      calls.open++;
      return { first: bytes[0]! };
    },
  });
  return { calls, resource };
};

test("a shared resource is decoded and opened once a thread", () => {
  const { calls, resource } = counted("test/once");
  expect(loadResource(resource)).toBe(loadResource(resource));
  shareResources([resource], {});
  expect(calls).toEqual({ decode: 1, open: 1 });
});

test("what another thread decoded is only opened", () => {
  const { calls, resource } = counted("test/taken");
  takeResources(new Map([["test/taken\0\0", { bytes: Uint8Array.of(7) }]]));
  expect(loadResource(resource)).toEqual({ first: 7 });
  expect(calls).toEqual({ decode: 0, open: 1 });
});

test("a file of the user's own is another resource than ours", () => {
  const { calls, resource } = counted("test/own");
  const shared = shareResources([resource], { "test/own": { replace: "package.json" } });
  expect([...shared.keys()]).toEqual(["test/own\0package.json\0"]);
  loadResource(resource);
  expect(calls.decode).toBe(2);
});

test("the models reach another thread without a copy", async () => {
  const pipeline = compile({ stages: ["clean", "segment", "syntax", "entities"] }, stages);
  const shared = shareResources(pipeline.resources, {});
  const [sizes, arrays] = [new Map<string, number>(), [] as Int32Array[]];
  for (const [key, data] of shared) {
    const own: Int32Array[] = [];
    collect(data, own);
    sizes.set(key.split("\0")[0]!, own.length);
    arrays.push(...own);
  }
  expect([...sizes.keys()].sort()).toEqual(
    ["clusters", "gazetteer", "names", "parser", "sentences", "tagger"].map((name) => `en/weights/${name}`),
  );
  expect(arrays.every(({ buffer }) => buffer instanceof SharedArrayBuffer)).toBe(true);
  // The other thread writes into what it got; we see it.
  const marked = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker('require("node:worker_threads").workerData.get("mark")[0] = 42;', {
    eval: true,
    workerData: new Map<string, unknown>([...shared, ["mark", marked]]),
  });
  await new Promise((resolve) => worker.on("exit", resolve));
  expect(marked[0]).toBe(42);
});

function collect(data: unknown, into: Int32Array[]): void {
  if (data instanceof Int32Array) into.push(data);
  else if (typeof data === "object" && data !== null)
    for (const value of Object.values(data)) collect(value, into);
}
