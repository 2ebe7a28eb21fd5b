import { errorText } from "../../core/problem.ts";
import { readRecord } from "../fields.ts";
import { reject, type Raw } from "../item.ts";
import type { IngestOptions } from "../options.ts";

/** Fields that hold the list of records in files with something around it; `a.b` is a field inside another. */
const listFields = ["articles", "results", "items", "documents", "data", "records", "hits"] as const;

/** One object, an array of them, or an object with the array in `articles` (`articles.results` of Event Registry). */
export function* readJson(text: string, options: IngestOptions): Generator<Raw> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    yield reject("bad-json", `The file is no JSON: ${errorText(error)}`, {
      hint: "A file with one object a line is JSON Lines: name it .jsonl.",
    });
    return;
  }
  const list = listIn(value);
  if (list === undefined) yield readRecord(value, options, undefined);
  else if (list.length === 0) yield reject("empty", "The file holds an empty list.");
  else
    for (const [index, record] of list.entries())
      yield numbered(readRecord(record, options, undefined), index);
}

function listIn(value: unknown, depth = 0): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== "object" || value === null || depth > 1) return undefined;
  for (const field of listFields) {
    const list = Object.hasOwn(value, field)
      ? listIn((value as Record<string, unknown>)[field], depth + 1)
      : undefined;
    if (list !== undefined) return list;
  }
  return undefined;
}

/** Records of an array have no lines of their own; their number from 1 takes the place. */
function numbered(raw: Raw, index: number): Raw {
  return raw.kind === "raw"
    ? { kind: "raw", raw: { ...raw.raw, line: index + 1 } }
    : { kind: "reject", problem: { ...raw.problem, at: { ...raw.problem.at, line: index + 1 } } };
}
