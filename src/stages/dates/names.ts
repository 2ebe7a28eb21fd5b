import type { Span } from "../../core/span.ts";
import type { Finding } from "./grammar.ts";

/**
 * Findings without those that are part of a longer name: "the October 7 Brigade", "Black September Organization". A date
 * at the end of a name ("Expo 2008", "the Treaty of 1951") and a year ("the 2024 Olympics") are still dates. `names` is in
 * text order.
 */
export function outsideNames(findings: readonly Finding[], names: readonly Span[]): Finding[] {
  let at = 0;
  return findings.filter(({ start, end, ruleId }) => {
    while (at < names.length && names[at]!.end <= start) at++;
    const name = names[at];
    return ruleId === "year" || name === undefined || name.start >= end || name.end <= end;
  });
}
