import type { Draft, Reading } from "./reading.ts";
import type { Agent } from "./registry/registry.ts";

/** A common noun of the agents list in the text: "foreign minister", "troops". */
export interface AgentNoun {
  readonly first: number;
  readonly last: number;
  readonly agent: Agent;
}

/** The longest agent noun that ends before token `last` and starts at or after `from`. */
export function agentEndingAt(reading: Reading, last: number, from: number): AgentNoun | undefined {
  const { registry, tokens } = reading;
  let found: AgentNoun | undefined;
  let key = "";
  let words = 0;
  const sentence = tokens[last - 1]?.sentence;
  for (let first = last - 1; first >= from && tokens[first]!.sentence === sentence; first--) {
    const own = reading.keys[first]!;
    if (own.length === 0) continue;
    words += own.length;
    if (words > registry.longestAgent) break;
    const surface = own.join(" ").toLowerCase();
    const agent =
      registry.agents.get(surface + key) ??
      (first === last - 1
        ? registry.agents.get(tokens[first]!.lemma.toLowerCase())
        : registry.agents.get(`${own.join(" ").toLowerCase()}${lemmaTail(reading, first + 1, last)}`));
    if (agent !== undefined) found = { first, last, agent };
    key = ` ${surface}${key}`;
  }
  return found;
}

/** The words from `first` on with the last one as its lemma: " ministry spokesman" of "ministry spokesmen". */
function lemmaTail(reading: Reading, first: number, last: number): string {
  let tail = "";
  for (let at = first; at < last; at++) {
    const word = at === last - 1 ? reading.tokens[at]!.lemma : reading.keys[at]!.join(" ");
    if (word !== "") tail += ` ${word.toLowerCase()}`;
  }
  return tail;
}

export interface Title {
  readonly noun: AgentNoun;
  readonly text: string;
  /** "former", "ex-": no longer in office. */
  readonly past: boolean;
  /** "Mrs", "spokeswoman", "King". */
  readonly gender: "f" | "m" | undefined;
}

/** The title right before a person's name: "President", "Foreign Minister". */
export function titleBefore(reading: Reading, draft: Draft): Title | undefined {
  const noun = agentEndingAt(reading, draft.first, Math.max(0, draft.first - 5));
  if (noun === undefined || noun.agent.kind === "group") return undefined;
  const text = reading.text.slice(reading.tokens[noun.first]!.start, reading.tokens[noun.last - 1]!.end);
  return { noun, text, past: isPast(reading, noun.first), gender: noun.agent.gender };
}

/** "former president", "the late king", "ex-minister", "then chairman": not in office on the day. */
export function isPast({ lower }: Reading, first: number): boolean {
  const before = lower[first - 1] === "-" ? lower[first - 2] : lower[first - 1];
  return before === "former" || before === "late" || before === "then" || before === "ex";
}
