import type { AnyDocument } from "../../core/document.ts";
import type { Mention, Name, PloverType, Sentence, Stance } from "../../core/layers.ts";
import { loadResource } from "../../core/resource.ts";
import { bySpan, indexAfter, within, type Span } from "../../core/span.ts";
import type { Exchange, GoldRecord } from "../../core/stage.ts";
import { clauseOf, type Clause } from "../../language/en/clause.ts";
import { findPredicates } from "../../language/en/predicates.ts";
import { turnedType } from "../../language/en/plover.ts";
import { rolesOf } from "../../language/en/roles.ts";
import { statusOf } from "../../language/en/status.ts";
import { judge, resources, stanceReader, type StanceReader } from "./judge.ts";
import { chooseLabel, fiveLabels, type Verdict } from "./model.ts";
import { scoreAnswer, scoreStances } from "./score.ts";

/*
 * Gold records ask in four ways: a marked pair p and q (DSE: one label of five), a marked source and target of one
 * event (PLV: PLOVER type), targets without a source (NewsMTSC), and whole articles. The marks stand in for mentions;
 * labels of the record are never read.
 */
export const exchange: Exchange<"stances"> = {
  fields: ["stances"],
  annotate(document, record) {
    if (isSpan(record.p) && isSpan(record.q)) return markedPair(document, record.p, record.q);
    if (isSpan(record.source))
      return markedEvent(document, record.source, isSpan(record.target) ? record.target : undefined);
    const targets = loneTargets(record);
    if (targets.length > 0) return { stances: targets.map((target) => markedTarget(document, target)) };
    const listed = listedNames(record);
    return { stances: listed.length > 0 ? amongListed(document, listed, record) : written(document) };
  },
  score(record, document) {
    const whole = scoreStances(record, document);
    return Object.keys(whole).length > 0 ? whole : scoreAnswer(record, exchange.annotate(document, record));
  },
};

let shared: StanceReader | undefined;
/** The reader on the built-in resources: marks are judged outside of any pipeline. */
export function sharedReader(): StanceReader {
  return (shared ??= stanceReader({
    predicates: loadResource(resources.predicates),
    modifiers: loadResource(resources.modifiers),
    valence: loadResource(resources.valence),
    weights: loadResource(resources.weights),
    pair: loadResource(resources.pair),
    target: loadResource(resources.target),
    network: loadResource(resources.network),
    calibration: loadResource(resources.calibration),
  }));
}

function isSpan(value: unknown): value is Span {
  const span = value as Partial<Span> | null | undefined;
  return (
    typeof span === "object" &&
    span !== null &&
    typeof span.start === "number" &&
    typeof span.end === "number"
  );
}

/** Targets of records none of whose stances names a source. */
function loneTargets(record: GoldRecord): readonly Span[] {
  const stances = Array.isArray(record.stances)
    ? (record.stances as { source?: unknown; target?: unknown }[])
    : [];
  if (record.sentences !== undefined || stances.some(({ source }) => source !== null)) return [];
  return stances.map(({ target }) => target).filter(isSpan);
}

/** A mention that a record marks; its type is that of the name that stands there. */
export function givenMention(text: string, { start, end }: Span, names: readonly Name[] = []): Mention {
  const name = names[indexAfter(names, start)];
  return {
    start, end, text: text.slice(start, end), sentence: 0, mentionType: "name",
    entityType: name !== undefined && name.start < end ? name.entityType : "other",
    linkMethod: "exact", confidence: 1, ruleId: "given",
  }; // prettier-ignore
}

/** The text as one clause whose actors are the marks, in the order given. */
function marked(
  { article, layers }: AnyDocument,
  marks: readonly Span[],
): { clause: Clause; mentions: Mention[] } {
  const tokens = layers.tokens ?? [];
  const mentions = marks.map((mark, index) => ({
    ...givenMention(article.text, mark, layers.names),
    actorId: `mark-${String(index)}`,
  }));
  const whole: Sentence = {
    start: 0,
    end: article.text.length,
    number: 1,
    paragraph: 1,
    section: "body",
    firstToken: 0,
    lastToken: tokens.length,
  };
  return { clause: clauseOf(whole, tokens, layers.syntax, mentions, 0), mentions };
}

const labels = ["neutral", "positive", "positive", "negative", "negative"] as const;

function markedPair(document: AnyDocument, p: Span, q: Span): Readonly<Record<string, unknown>> {
  const { clause, mentions } = marked(document, [p, q]);
  const judged = judge(clause, sharedReader(), mentions);
  const forward = judged.verdict(0, 1);
  const backward = judged.verdict(1, 0);
  const label = chooseLabel(fiveLabels(forward, backward), sharedReader().resources.calibration);
  const [source, target] = label === 2 || label === 4 ? [q, p] : [p, q];
  const confidence = { forward: 1 - forward[0], backward: 1 - backward[0] };
  return { label, confidence, stances: label === 0 ? [] : [{ source, target, label: labels[label] }] };
}

function markedTarget(document: AnyDocument, target: Span): Readonly<Record<string, unknown>> {
  const { clause, mentions } = marked(document, [target]);
  const verdict = judge(clause, sharedReader(), mentions).alone(0);
  return { source: null, target, label: likeliest(verdict), score: verdict[1] - verdict[2] };
}

function likeliest([none, positive, negative]: Verdict): Stance["label"] {
  return none >= positive && none >= negative ? "neutral" : positive > negative ? "positive" : "negative";
}

/** The PLOVER type of the event whose source and target are marked. */
function markedEvent(
  document: AnyDocument,
  source: Span,
  target: Span | undefined,
): Readonly<Record<string, unknown>> {
  const swapped = target !== undefined && target.start < source.start;
  const marks = target === undefined ? [source] : swapped ? [target, source] : [source, target];
  const { clause, mentions } = marked(document, marks);
  const [from, to] = swapped ? [1, 0] : [0, target === undefined ? -1 : 1];
  const judged = judge(clause, sharedReader(), mentions);
  const lean = judged.polarity(from, to);
  const type = eventType(clause, from, to, lean) ?? (lean > 0 ? "SUPPORT" : "ACCUSE");
  const { quadClass } = sharedReader().resources.weights[type];
  const label = quadClass <= 2 ? "positive" : "negative";
  // Its YIELD is one type of material cooperation where PLOVER has a verbal CONCEDE and a material RETREAT.
  const yields = type === "CONCEDE" || type === "RETREAT";
  return {
    root: yields ? "YIELD" : type,
    quad: yields ? 2 : quadClass,
    stances: [{ source, target: target ?? null, label }],
  };
}

/** What the model's log-odds, up to 2 either way, add to the fit of a predicate of their sign. */
const leanShare = 0.5;

/**
 * The type of the predicate that best links source and target, or else stands nearest after the source; of two that fit
 * alike, the one on whose side the learned model is (`lean`, log-odds of for and against).
 */
function eventType(clause: Clause, source: number, target: number, lean: number): PloverType | undefined {
  const { predicates, modifiers, weights } = sharedReader().resources;
  const start = clause.actors.indexOf(source);
  const end = target < 0 ? -1 : clause.actors.indexOf(target);
  let best: PloverType | undefined;
  let most = -Infinity;
  for (const hit of findPredicates(predicates, clause.tokens, clause.first, clause.last)) {
    const roles = rolesOf(clause, hit, modifiers);
    const predicate = roles?.predicate ?? hit.readings[0]!;
    if (predicate.plover === undefined) continue;
    // A journey tells of no relation as long as anything else is told.
    const journey = predicate.polarity === 0 && weights[predicate.plover].weight !== 0;
    const at = hit.head - clause.first;
    const carrier = roles?.carrier ?? -1;
    let fit = predicate.pos === "verb" ? 0.5 : 0;
    if (roles?.sources.includes(source) === true) fit += 2;
    if (target >= 0 && roles?.targets.includes(target) === true) fit += 2;
    if (at > start && (end < 0 || at < end)) fit += 1;
    // "Launched an attack": the noun tells, not its verb.
    if (carrier >= 0) fit += 1;
    if (journey) fit -= 6;
    fit -= 0.05 * Math.min(20, Math.abs(at - start));
    const status = statusOf(clause, hit.head, carrier, modifiers);
    const turned = status.negated
      ? weights[predicate.plover].reversed
      : turnedType(predicate.plover, status, weights);
    const type = status.modality === "future" ? announced(turned) : turned;
    fit += (weights[type].quadClass <= 2 ? leanShare : -leanShare) * Math.max(-2, Math.min(2, lean));
    if (fit > most) [best, most] = [type, fit];
  }
  return best;
}

/** PLOVER codes cooperation that lies ahead as AGREE, and material conflict as THREATEN. */
function announced(type: PloverType): PloverType {
  const { quadClass } = sharedReader().resources.weights[type];
  return quadClass <= 2 ? "AGREE" : quadClass === 4 ? "THREATEN" : type;
}

/** The canonical names of a record that lists its actors without saying where they stand. */
function listedNames(record: GoldRecord): readonly string[] {
  if (!Array.isArray(record.entities) || !Array.isArray(record.sentences)) return [];
  return (record.entities as { name?: unknown; start?: unknown }[])
    .filter(({ start }) => start === undefined)
    .map(({ name }) => name)
    .filter((name): name is string => typeof name === "string");
}

/** Stances among listed actors, by the sentences of the record. */
function amongListed(
  document: AnyDocument,
  names: readonly string[],
  record: GoldRecord,
): readonly unknown[] {
  const tokens = document.layers.tokens ?? [];
  const { mentions, owners, ownerOf } = mentionsOf(document, names);
  const quotes = speeches(document, ownerOf);
  const found: unknown[] = [];
  (record.sentences as readonly [number, number][]).forEach(([start, end], sentence) => {
    const span = { start, end };
    const from = indexAfter(mentions, start);
    const firstToken = indexAfter(tokens, start);
    let lastToken = firstToken;
    while (lastToken < tokens.length && tokens[lastToken]!.start < end) lastToken++;
    const whole: Sentence = {
      ...span,
      number: sentence + 1,
      paragraph: 1,
      section: "body",
      firstToken,
      lastToken,
    };
    const clause = clauseOf(whole, tokens, document.layers.syntax, mentions, from);
    const best = new Map<string, { readonly chance: number; readonly label: string }>();
    const judged = judge(clause, sharedReader(), mentions);
    for (const { source, target, verdict } of judged.pairs()) {
      const [from, to] = [owners[source]!, owners[target]!];
      const key = `${from}\n${to}`;
      const chance = 1 - verdict[0];
      if (from !== to && chance > (best.get(key)?.chance ?? leastListed))
        best.set(key, { chance, label: judged.polarity(source, target) > 0 ? "positive" : "negative" });
    }
    // What somebody is quoted as saying is his own stance, though the sentence need not name him.
    for (const { speaker, ...quote } of within(quotes, span))
      for (const target of new Set(clause.actors)) {
        const mention = mentions[target];
        const key = `${speaker}\n${owners[target] ?? ""}`;
        if (mention === undefined || mention.start < quote.start || mention.end > quote.end) continue;
        const verdict = judged.alone(target);
        const label = likeliest(verdict);
        if (speaker !== owners[target] && label !== "neutral" && !best.has(key))
          best.set(key, { chance: 1 - verdict[0], label });
      }
    for (const [key, { label, chance }] of best) {
      const [source, target] = key.split("\n");
      found.push({ sentence, source: { name: source }, target: { name: target }, label, confidence: chance });
    }
  });
  return found;
}

/**
 * F1 is highest where everything is given that is likelier than half the F1 itself (Lipton, Elkan and Naryanaswamy
 * 2014): 18 % on SEESAW's train file.
 */
const leastListed = 0.09;

/** Quotations whose speaker is listed. */
function speeches(
  { layers }: AnyDocument,
  ownerOf: ReadonlyMap<string, string>,
): readonly (Span & { readonly speaker: string })[] {
  return (layers.quotes ?? []).flatMap(({ start, end, speakerMention }) => {
    const speaker = ownerOf.get(layers.mentions?.[speakerMention ?? -1]?.actorId ?? "");
    return speaker === undefined ? [] : [{ start, end, speaker }];
  });
}

/**
 * Where listed actors stand: by name, whole or its last word, and wherever the actors stage found the same actor or one
 * that is called so: "Republicans" is the Republican Party.
 */
export function mentionsOf(
  { article: { text }, layers }: AnyDocument,
  names: readonly string[],
): {
  readonly mentions: readonly Mention[];
  /** Listed name of each mention, and of each actor id. */
  readonly owners: readonly string[];
  readonly ownerOf: ReadonlyMap<string, string>;
} {
  const found: { start: number; end: number; owner: string }[] = [];
  for (const name of names) {
    const last = name.split(" ").at(-1)!;
    for (const form of new Set([name, ...(last.length > 3 && /^\p{Lu}/u.test(last) ? [last] : [])]))
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length))
        if (!/\p{L}/u.test(text[at - 1] ?? "") && !/\p{Ll}/u.test(text[at + form.length] ?? ""))
          found.push({ start: at, end: at + form.length, owner: name });
  }
  found.sort(bySpan);
  const kept = found.filter(
    (span, i) =>
      i === 0 || span.start >= Math.max(...found.slice(Math.max(0, i - 3), i).map(({ end }) => end)),
  );
  const linked = layers.mentions ?? [];
  const ownerOf = new Map<string, string>();
  const listed = new Set(names);
  for (const { actorId, actorName } of linked)
    if (actorId !== undefined && actorName !== undefined && listed.has(actorName))
      ownerOf.set(actorId, actorName);
  for (const { owner, ...span } of kept)
    for (const { actorId } of within(linked, span))
      if (actorId !== undefined && !ownerOf.has(actorId)) ownerOf.set(actorId, owner);
  const referring = linked.flatMap(({ start, end, actorId }) => {
    const owner = ownerOf.get(actorId ?? "");
    return owner === undefined || within(kept, { start, end }).length > 0 ? [] : [{ start, end, owner }];
  });
  const all = [...kept, ...referring].sort(bySpan);
  return {
    ownerOf,
    owners: all.map(({ owner }) => owner),
    mentions: all.map(({ owner, ...span }) => ({
      ...givenMention(text, span, layers.names),
      actorId: owner,
      actorName: owner,
    })),
  };
}

/** Our own findings, for records of whole articles. */
function written({ article, layers }: AnyDocument): readonly unknown[] {
  const mentions = layers.mentions ?? [];
  const end = ({ start, end: stop, text, actorId, actorName }: Mention) => ({
    start, end: stop, text, name: actorName ?? text, ...(actorId === undefined ? {} : { actor_id: actorId }),
  }); // prettier-ignore
  return (layers.stances ?? []).map((stance) => ({
    source: end(mentions[stance.source]!),
    target: end(mentions[stance.target]!),
    label: stance.label,
    score: stance.score,
    confidence: stance.confidence,
    status: stance.modality,
    evidence: {
      start: stance.cueStart,
      end: stance.cueEnd,
      text: article.text.slice(stance.cueStart, stance.cueEnd),
    },
  }));
}
