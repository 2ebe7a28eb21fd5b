import type { Noise } from "../../core/layers.ts";
import type { NoiseRules } from "../../language/en/noise.ts";

/** Longest dateline, in characters. */
const longest = 100;

/** Where a dateline may end: a dash, a colon, or an agency between slashes ("MOSCOW, July 4. /TASS/."). */
const separator = /\s+[—–―-]{1,2}\s+|\s?[—–―]\s?|\s?(?:--|_)\s?|:\s+|\.?\s+\/[\p{L} -]{2,20}\/\.?\s+/gu;

/** The agency dateline at the beginning of a paragraph ("BAKU, July 4 (Reuters) — "), with the dash and the space. */
export function findDateline(text: string, start: number, rules: NoiseRules): Noise | undefined {
  const head = text.slice(start, start + longest);
  for (const match of head.matchAll(separator)) {
    const before = head.slice(0, match.index);
    const after = head.slice(match.index + match[0].length);
    if (!/^(?:["“‘'(\p{Lu}\d]|$)/u.test(after)) continue;
    const sign = match[0].trim();
    const ruleId = sign.includes("/")
      ? rules.isAgency(sign.replace(/[./]/g, "").trim()) && isPlace(before, rules)
        ? "dateline.agency"
        : undefined
      : rule(before, sign, rules);
    if (ruleId !== undefined)
      return { start, end: start + match.index + match[0].length, kind: "dateline", ruleId };
    if (sign === ":") return undefined;
  }
  return undefined;
}

function rule(before: string, sign: string, rules: NoiseRules): string | undefined {
  const agency = /^(.*?)[, ]*\(([^()]{2,30})\)$/.exec(before);
  if (agency !== null && rules.isAgency(agency[2]!))
    return agency[1] === "" || startsWithPlace(agency[1]!, rules) ? "dateline.agency" : undefined;
  if (agency !== null && isCapitalName(agency[2]!) && isPlaceAndDay(agency[1]!, rules))
    return "dateline.place";
  const parts = before.split(/,\s*/);
  if (parts.length > 1 && rules.isAgency(parts.at(-1)!) && startsWithPlace(before, rules))
    return "dateline.agency";
  if (sign === ":") return parts.length === 1 && isCapital(before, 5) ? "dateline.place" : undefined;
  return isPlace(before, rules) ? "dateline.place" : undefined;
}

/** A place in any case, then further places and a day. */
function startsWithPlace(text: string, rules: NoiseRules): boolean {
  return text
    .split(/,\s*/)
    .every(
      (part) =>
        /^\p{Lu}[\p{L}.'’/-]*(?: \p{Lu}[\p{L}.'’/-]*){0,3}$/u.test(part) || isDay(part, rules) || part === "",
    );
}

/** A place in capitals, then perhaps a state and a day. */
function isPlace(text: string, rules: NoiseRules): boolean {
  const [place = "", ...rest] = text.split(/,\s*/);
  return isCapital(place, 4) && (rest.length === 0 || startsWithPlace(rest.join(","), rules));
}

/** "KHARTOUM, April 16, 2023": with a day, what stands in brackets may be any agency. */
function isPlaceAndDay(text: string, rules: NoiseRules): boolean {
  return isPlace(text, rules) && isDay(text.slice(text.indexOf(",") + 1).trim(), rules);
}

const isCapitalName = (text: string): boolean => /^\p{Lu}[\p{L}.&'’-]*(?: \p{Lu}[\p{L}.&'’-]*)*$/u.test(text);

function isCapital(text: string, letters: number): boolean {
  return text.length >= letters && /^\p{Lu}[\p{Lu}.'’-]+(?:[ /]\p{Lu}[\p{Lu}.'’-]+){0,3}$/u.test(text);
}

function isDay(text: string, rules: NoiseRules): boolean {
  return text.length <= 20 && /\d/.test(text) && rules.isStampText(text);
}
