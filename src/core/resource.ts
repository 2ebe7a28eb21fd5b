import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import type { z } from "zod";
import { DyadicError, errorText, type Problem } from "./problem.ts";

/** One file a resource is read from. */
export interface ResourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** Shipped with Dyadic, and so checked by the test suite; a user's file is checked when it is read. */
  readonly builtin: boolean;
}

/** Language knowledge or a model: declared by the stage that uses it, read once a thread, replaceable from the YAML. */
export interface Resource<T = unknown> {
  /** `en/predicates`: what the YAML and the manifest call it. */
  readonly name: string;
  readonly summary: string;
  /** Under `resources/`: `en/predicates.csv`; a plug-in gives the full path of its own file. */
  readonly file: string;
  /** Reads the files in order (the built-in one, then a user's extension). Throws DyadicError with all faults. */
  readonly read: (files: readonly ResourceFile[]) => T;
  /** The two halves of `read` for a resource of which a process needs but one: `sharedResource` says more. */
  readonly shared?: Shared;
  /** All faults of one file, for the check script; empty when it is sound. */
  readonly check?: (file: ResourceFile) => readonly Problem[];
  /** Whether a user's file may be added to ours; otherwise it can only take its place. */
  readonly extendable: boolean;
}

/** What is the same for all threads, as plain data over shared memory; and what each thread makes of it. */
interface Shared {
  readonly decode: (files: readonly ResourceFile[]) => unknown;
  readonly open: (data: unknown) => unknown;
}

// `any`: a resource is a producer of T; a list of resources does not care of what.
export type AnyResource = Resource<any>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** What the YAML says about a resource: the user's file, added to the built-in one or in its place. */
export interface ResourceOverride {
  readonly extend?: string | undefined;
  readonly replace?: string | undefined;
}

/** `resources/` of this package, from `src/core` and `dist/core` alike. */
export const resourceFolder = fileURLToPath(new URL("../../resources/", import.meta.url));

interface CsvResource<S extends z.ZodObject, T> {
  readonly name: string;
  readonly summary: string;
  readonly file: string;
  /** One field a column; cells arrive as text. */
  readonly row: S;
  /** Builds what the stage looks things up in. */
  readonly build: (rows: readonly z.output<S>[]) => T;
}

/** A CSV file with a header row, edited by people. Lines starting with `#` are comments. */
export function csvResource<S extends z.ZodObject, T>(declared: CsvResource<S, T>): Resource<T> {
  const { name, summary, file, row, build } = declared;
  return {
    name, summary, file, extendable: true,
    check: (source) => csvRows(source, row).problems,
    read(files) {
      const parsed = files.map((source) => csvRows(source, row));
      const problems = parsed.flatMap((part) => part.problems);
      if (problems.length > 0) throw new DyadicError(problems);
      return build(parsed.flatMap((part) => part.rows));
    },
  }; // prettier-ignore
}

function csvRows<S extends z.ZodObject>(file: ResourceFile, row: S) {
  const rows: z.output<S>[] = [];
  const problems: Problem[] = [];
  const fault = (message: string, line?: number): void => {
    problems.push({
      code: "resource/bad-row", severity: "rejected", message,
      at: line === undefined ? { file: file.path } : { file: file.path, line },
    }); // prettier-ignore
  };
  try {
    const records = parse(Buffer.from(file.bytes), {
      bom: true, columns: true, skip_empty_lines: true, comment: "#", comment_no_infix: true, info: true,
    }) as unknown as { record: Record<string, string>; info: { lines: number } }[]; // prettier-ignore
    for (const { record, info } of records) {
      const result = row.safeParse(record);
      if (result.success) rows.push(result.data);
      else fault(result.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("; "), info.lines);
    }
  } catch (error) {
    fault(errorText(error));
  }
  return { rows, problems };
}

interface BinaryResource<T> {
  readonly name: string;
  readonly summary: string;
  readonly file: string;
  readonly decode: (bytes: Uint8Array, path: string) => T;
}

/** One file read whole: trained weights, JSON, YAML. */
export function fileResource<T>({ name, summary, file, decode }: BinaryResource<T>): Resource<T> {
  return {
    name, summary, file, extendable: false,
    read(files) {
      const last = files.at(-1)!;
      return decode(last.bytes, last.path);
    },
  }; // prettier-ignore
}

interface SharedResource<Data, T> extends BinaryResource<Data> {
  readonly open: (data: Data) => T;
}

/**
 * One large file that every thread needs and none changes: it is decoded once, into plain data whose arrays lie in
 * SharedArrayBuffers, and handed to the others (`shareResources`, `takeResources`). `open` makes of it what stages
 * work with; that may remember things and is each thread's own.
 */
export function sharedResource<Data, T>({ open, ...declared }: SharedResource<Data, T>): Resource<T> {
  const { read: decode, ...resource } = fileResource(declared);
  const read = (files: readonly ResourceFile[]): T => open(decode(files));
  return { ...resource, read, shared: { decode, open: (data) => open(data as Data) } };
}

/** Opens the files of a resource as the override says. Throws DyadicError `resource/unreadable`. */
export function resourceFiles(
  resource: AnyResource,
  override: ResourceOverride = {},
): readonly ResourceFile[] {
  const files: ResourceFile[] = [];
  if (override.replace === undefined) files.push(open(resolve(resourceFolder, resource.file), true));
  else files.push(open(override.replace, false));
  if (override.extend !== undefined) {
    if (!resource.extendable)
      throw new DyadicError([{
        code: "resource/not-extendable", severity: "rejected", at: { file: override.extend },
        message: `Resource ${resource.name} cannot be extended.`, hint: "Give a whole file with replace: instead.",
      }]); // prettier-ignore
    files.push(open(override.extend, false));
  }
  return files;
}

function open(path: string, builtin: boolean): ResourceFile {
  try {
    const bytes = readFileSync(path);
    return {
      path, bytes, builtin,
      // Made when asked for: only the manifest and the report do.
      get sha256() {
        return createHash("sha256").update(bytes).digest("hex");
      },
    }; // prettier-ignore
  } catch (error) {
    throw new DyadicError([{
      code: "resource/unreadable", severity: "rejected", at: { file: path },
      message: `Cannot read ${path}: ${errorText(error)}`,
      hint: builtin ? "The installation is incomplete; install dyadic again." : "Check the path in the pipeline file.",
    }]); // prettier-ignore
  }
}

const keyOf = ({ name }: AnyResource, { replace = "", extend = "" }: ResourceOverride): string =>
  `${name}\0${replace}\0${extend}`;

/** Makes a value once for equal files. */
const once = <T>(known: Map<string, unknown>, key: string, make: () => T): T => {
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as T;
};

const loaded = new Map<string, unknown>();
const decoded = new Map<string, unknown>();

/** The resource, read once a thread for equal files. */
export const loadResource = <T>(resource: Resource<T>, override: ResourceOverride = {}): T =>
  once(loaded, keyOf(resource, override), () =>
    resource.shared === undefined
      ? resource.read(resourceFiles(resource, override))
      : (resource.shared.open(decodeShared(resource, resource.shared, override)) as T),
  );

const decodeShared = (resource: AnyResource, { decode }: Shared, override: ResourceOverride): unknown =>
  once(decoded, keyOf(resource, override), () => decode(resourceFiles(resource, override)));

/** Decoded resources on their way to another thread, by name and files. */
export type SharedResources = ReadonlyMap<string, unknown>;

/** Decodes what threads can share of the resources, for `takeResources` there. */
export function shareResources(
  resources: readonly AnyResource[],
  overrides: Readonly<Record<string, ResourceOverride>>,
): SharedResources {
  const shared = new Map<string, unknown>();
  for (const resource of resources) {
    const override = overrides[resource.name] ?? {};
    if (resource.shared !== undefined)
      shared.set(keyOf(resource, override), decodeShared(resource, resource.shared, override));
  }
  return shared;
}

/** From now on this thread takes these for decoded; to be called before it loads any. */
export function takeResources(shared: SharedResources): void {
  for (const [key, data] of shared) decoded.set(key, data);
}
