import { readFileSync } from "node:fs";
import type { Mention } from "../src/core/layers.ts";
import type { GoldRecord } from "../src/core/stage.ts";
import { benchFile } from "./bench.ts";

/*
 * The mentions of a PETRARCH record, coded with the dictionaries its authors give with it: invented actors and agents
 * for the unit records, names with their dates for the real ones. So the score is that of events, not of actor coding.
 */

interface Code {
  readonly code: string;
  /** First and last day, YYYYMMDD. */
  readonly from: number;
  readonly until: number;
}
interface Entry {
  readonly pattern: RegExp;
  readonly codes: readonly Code[];
}
interface Agent {
  readonly pattern: RegExp;
  readonly code: string;
  /** Its code stands before the actor's: `NGO~`. */
  readonly before: boolean;
}
interface Dictionary {
  readonly actors: readonly Entry[];
  readonly agents: readonly Agent[];
}

/** What finds the mentions of a record; undefined when the dictionaries are not there. */
export function petrarchMentions(): ((record: GoldRecord) => readonly Mention[]) | undefined {
  const [actors, agents, real] = ["unit.actors.txt", "unit.agents.txt", "gsr.actors.json"].map((name) => {
    const file = benchFile(`stance/petrarch.${name}`);
    return file === undefined ? undefined : readFileSync(file, "utf8");
  });
  if (actors === undefined || agents === undefined || real === undefined) return undefined;
  const unit: Dictionary = { actors: unitActors(actors), agents: unitAgents(agents) };
  const gsr: Dictionary = {
    actors: sorted(
      Object.entries(JSON.parse(real) as Record<string, string[]>).map(([name, codes]) => ({
        name: `${name}_`,
        codes: codes.map(codeOf),
      })),
    ),
    agents: unit.agents,
  };
  return (record) => mentionsIn(record, record.set === "gsr" ? gsr : unit);
}

/** A block is a name, its synonyms (+) and its codes, which may follow on lines of their own. */
function unitActors(text: string): readonly Entry[] {
  const found: { name: string; codes: Code[] }[] = [];
  let names: string[] = [];
  let codes: Code[] = [];
  const close = (): void => {
    for (const name of names) found.push({ name, codes });
    [names, codes] = [[], []];
  };
  for (const line of text.split("\n").map((raw) => raw.replace(/#.*$/, "").trim())) {
    if (line === "" || line.startsWith("<") || line.startsWith("!")) continue;
    const name = line.replace(/\[.*$/, "").trim();
    if (name !== "" && !name.startsWith("+")) close();
    if (name !== "") names.push(name.replace(/^\+/, ""));
    for (const [, code] of line.matchAll(/\[([^\]]+)\]/g)) codes.push(codeOf(code!));
  }
  close();
  return sorted(found);
}

function unitAgents(text: string): readonly Agent[] {
  const agents: Agent[] = [];
  for (const line of text.split("\n")) {
    const found = /^([A-Z][A-Z_ '-]*?)\s*(\{[^}]*\})?\s*\[\s*(~?)\s*([A-Z]+)\s*(~?)\s*\]/.exec(line);
    if (found === null) continue;
    const [, name, plural, , code] = found;
    const forms = [name!, ...(plural?.slice(1, -1).split(" ") ?? [`${name!}S`, name!.replace(/Y$/, "IES")])];
    const words = forms.filter((form) => form !== "").map(wordsPattern);
    agents.push({
      pattern: new RegExp(`(?:${words.join("|")})(?![a-z])`, "iy"),
      code: code!,
      before: found[5] === "~",
    });
  }
  return agents;
}

/** `USAELI 640101-010120`, `UKR >911221`, `HOB`: a code with the days on which it holds. */
function codeOf(written: string): Code {
  const [code, ...rest] = written.trim().split(/\s+/);
  const range = rest.join("").replace(/>$/, "");
  const days = [...range.matchAll(/\d+/g)].map(([day]) => Number(day.length === 6 ? century(day) : day));
  const [from, until] = range.startsWith("<") ? [0, days[0]] : [days[0], days[1]];
  return { code: code!, from: from ?? 0, until: until ?? 99999999 };
}

const century = (day: string): string => `${day < "300000" ? "20" : "19"}${day}`;

const wordsPattern = (name: string): string =>
  name
    .split(/[_ ]+/)
    .filter((word) => word !== "")
    .map((word) => word.replace(/[.*+?^${}()|\\/]/g, "\\$&"))
    .join("[\\s._-]+");

/** Longest first. A closing underscore asks for the whole word; else a short ending may follow: BULGAR, Bulgarian. */
function sorted(entries: readonly { readonly name: string; readonly codes: Code[] }[]): readonly Entry[] {
  return [...entries]
    .filter(({ name, codes }) => name.length > 1 && codes.length > 0)
    .sort((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1))
    .map(({ name, codes }) => ({
      pattern: new RegExp(`${wordsPattern(name)}${name.endsWith("_") ? "" : "[a-z]{0,3}"}(?![a-z])`, "giu"),
      codes,
    }));
}

/** The code that holds on a day: a dated one before an undated one. */
function codeOn(codes: readonly Code[], day: number): string | undefined {
  const holding = codes.filter(({ from, until }) => from <= day && day <= until);
  const dated = holding.find(({ from, until }) => from > 0 || until < 99999999);
  return (dated ?? holding[0])?.code;
}

function mentionsIn({ text, date }: GoldRecord, { actors, agents }: Dictionary): readonly Mention[] {
  const day = Number(String(date ?? "").replaceAll("-", ""));
  const taken = new Uint8Array(text.length);
  const found: Mention[] = [];
  for (const { pattern, codes } of actors)
    for (const { index, 0: name } of text.matchAll(pattern)) {
      const code = codeOn(codes, day);
      const free = !taken.subarray(index, index + name.length).includes(1);
      if (code === undefined || !free || /[a-z]/i.test(text[index - 1] ?? "")) continue;
      const mention = withAgents(text, { start: index, end: index + name.length, code }, agents);
      taken.fill(1, mention.start, mention.end);
      const parts = mention.code.split("/");
      found.push({
        start: mention.start, end: mention.end, text: text.slice(mention.start, mention.end), sentence: 0,
        mentionType: "name", entityType: "state", actorId: mention.code, country: mention.code.slice(0, 3),
        cameoCode: mention.code, ...(parts.length > 1 ? { memberIds: parts } : {}),
        linkMethod: "exact", confidence: 1, ruleId: "given",
      }); // prettier-ignore
    }
  return found.sort((a, b) => a.start - b.start);
}

interface Coded {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

/** "Gondor's border police", "soldiers from Gondor", "MSF Arnor": an actor with what it is said to be. */
function withAgents(text: string, actor: Coded, agents: readonly Agent[]): Coded {
  let { start, end, code } = actor;
  const add = (agent: Agent): void => {
    if (!code.includes(agent.code)) code = agent.before ? agent.code + code : code + agent.code;
  };
  for (;;) {
    const next = [/(?:['’]s?)?\s+/y, /(?:['’]s?)?\s+[a-z]+\s+/iy]
      .map((gap) => {
        gap.lastIndex = end;
        const between = gap.exec(text)?.[0];
        return between === undefined ? undefined : longest(agents, text, end + between.length);
      })
      .find((hit) => hit !== undefined);
    if (next === undefined) break;
    end = next.end;
    add(next.agent);
  }
  const before = /([A-Za-z-]+(?:\s+[A-Za-z-]+){0,3})\s+(?:(?:of|in|from|for|at)\s+(?:the\s+)?)?$/.exec(
    text.slice(Math.max(0, start - 60), start),
  );
  if (before !== null) {
    const words = before[1]!.split(/\s+/);
    for (let skip = 0; skip < words.length; skip++) {
      const phrase = words.slice(skip).join(" ");
      const hit = longest(agents, phrase, 0);
      const preposition = /\s(?:of|in|from|for|at)\s/.test(before[0]);
      if (hit?.end !== phrase.length || (!preposition && !hit.agent.before)) continue;
      start -= before[0].length - before[0].indexOf(phrase);
      add(hit.agent);
      break;
    }
  }
  return { start, end, code };
}

function longest(
  agents: readonly Agent[],
  text: string,
  at: number,
): { readonly agent: Agent; readonly end: number } | undefined {
  let best: { agent: Agent; end: number } | undefined;
  for (const agent of agents) {
    agent.pattern.lastIndex = at;
    const match = agent.pattern.exec(text);
    if (match !== null && at + match[0].length > (best?.end ?? at))
      best = { agent, end: at + match[0].length };
  }
  return best;
}
