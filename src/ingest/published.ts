import { z } from "zod";
import { csvResource, loadResource } from "../core/resource.ts";

const months = csvResource({
  name: "en/months",
  summary: "Names of the months in the dates of pages and records.",
  file: "en/months.csv",
  row: z.strictObject({
    name: z.string().min(3),
    number: z.coerce.number().int().min(1).max(12),
    source: z.string().min(1),
  }),
  build: (rows) => new Map(rows.map(({ name, number }) => [name, number])),
});

const timezones = csvResource({
  name: "en/timezones",
  summary: "Offsets of the time zones written behind a clock time.",
  file: "en/timezones.csv",
  row: z.strictObject({
    name: z.string().min(1),
    offset: z.string().regex(/^(Z|[+-]\d\d:\d\d)$/),
    source: z.string().min(1),
  }),
  build: (rows) => new Map(rows.map(({ name, offset }) => [name, offset])),
});

/** What publication dates are read with. */
export const publishedResources = [months, timezones] as const;

const firstYear = 1900;
const lastYear = 2100;

/**
 * ISO 8601 of a date of publication, as exact as the source gave it: `2025-07-04T10:00:00+02:00` (offset kept, `Z`
 * for UTC), `2025-07-04`, `2025-07`, `2025`. Undefined when it is no date of 1900 to 2100, or one that reads two ways
 * ("04/07/2025"). Numbers count seconds or milliseconds since 1970.
 */
export function normalizePublished(value: string | number): string | undefined {
  const text = String(value).trim();
  if (/^\d{9,10}(\.\d+)?$/.test(text)) return fromEpoch(Number(text) * 1000);
  if (/^\d{12,13}$/.test(text)) return fromEpoch(Number(text));
  if (text.length > 100) return undefined;
  return fromIso(text) ?? fromCompact(text) ?? fromSlashes(text) ?? fromWords(text);
}

function fromEpoch(milliseconds: number): string | undefined {
  const iso = new Date(milliseconds).toISOString().replace(/\.\d+Z$/, "Z");
  return inRange(Number(iso.slice(0, 4))) ? iso : undefined;
}

function fromIso(text: string): string | undefined {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ,]+(.+))?)?)?$/.exec(text);
  return match === null ? undefined : assemble(match[1], match[2], match[3], match[4]);
}

function fromCompact(text: string): string | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(text);
  if (match === null) return undefined;
  const clock = match[4] === undefined ? undefined : `${match[4]}:${match[5]!}:${match[6]!}${match[7]!}`;
  return assemble(match[1], match[2], match[3], clock);
}

/** Month and day only when one of the two cannot be a month. */
function fromSlashes(text: string): string | undefined {
  const match = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ,]+(.+))?$/.exec(text);
  if (match === null) return undefined;
  const [, first, second, year, clock] = match;
  if (Number(first) > 12) return assemble(year, second, first, clock);
  if (Number(second) > 12 || first === second) return assemble(year, first, second, clock);
  return undefined;
}

const word = String.raw`([A-Za-z]{3,9})\.?,?`;
const dayFirst = new RegExp(
  String.raw`(?:^|\s)(\d{1,2})(?:st|nd|rd|th)?[ -]+(?:of )?${word}[ -]+(\d{4})(?:\D|$)`,
);
const monthFirst = new RegExp(String.raw`(?:^|\s)${word} +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})(?:\D|$)`);
const monthOnly = new RegExp(String.raw`^${word} +(\d{4})$`);

function fromWords(text: string): string | undefined {
  const number = (name: string | undefined): string | undefined =>
    loadResource(months).get(name!.toLowerCase())?.toString();
  const a = dayFirst.exec(text);
  if (a !== null) return assemble(a[3], number(a[2]), a[1], text);
  const b = monthFirst.exec(text);
  if (b !== null) return assemble(b[3], number(b[1]), b[2], text);
  const c = monthOnly.exec(text);
  return c === null ? undefined : assemble(c[2], number(c[1]), undefined, undefined);
}

/** Undefined when the parts are no calendar date; a clock that cannot be read is left out. */
function assemble(year?: string, month?: string, day?: string, clock?: string): string | undefined {
  if (!inRange(Number(year))) return undefined;
  if (month === undefined) return day === undefined ? year : undefined;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const prefix = `${year!}-${month.padStart(2, "0")}`;
  if (day === undefined) return prefix;
  const daysInMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(day) < 1 || Number(day) > daysInMonth) return undefined;
  return `${prefix}-${day.padStart(2, "0")}${clock === undefined ? "" : readClock(clock)}`;
}

function inRange(year: number): boolean {
  return year >= firstYear && year <= lastYear;
}

/** `T10:05:00+02:00` from the first clock time in a text; empty when there is none. */
function readClock(text: string): string {
  const match = /(?:^|\D)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)? ?([AaPp]\.?[Mm]\b\.?)?\s*(.*)$/s.exec(
    text,
  );
  if (match === null) return "";
  const [, hourText, minute, second = "00", half, rest = ""] = match;
  let hour = Number(hourText);
  if (half !== undefined) hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59) return "";
  return `T${String(hour).padStart(2, "0")}:${minute!}:${second}${readOffset(rest)}`;
}

/** Empty when the time zone is not given or not known. */
function readOffset(text: string): string {
  const numeric = /^(?:GMT|UTC)? ?([+-]\d{2}):?(\d{2})/.exec(text);
  if (numeric !== null) {
    const offset = `${numeric[1]!}:${numeric[2]!}`;
    return offset.endsWith("00:00") ? "Z" : offset;
  }
  const name = /^\(?([A-Z]{1,4})\b/.exec(text)?.[1];
  return (name === undefined ? undefined : loadResource(timezones).get(name)) ?? "";
}

/** The day in a file's name: `2024-05-17-summit.txt`, `summit_20240517.html`. */
export function dateInFileName(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const match = /(?:^|\D)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?:\D|$)/.exec(name);
  return match === null ? undefined : assemble(match[1], match[3], match[4]);
}

/** The day in a web address: `/2019/11/20/` or `/2019-11-20-`. */
export function dateInUrl(url: string): string | undefined {
  const match = /\/(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:\D|$)/.exec(url);
  return match === null ? undefined : assemble(match[1], match[3], match[4]);
}
