import type { DateExpression, Figure, Mention, Quote, Sentence } from "../../core/layers.ts";
import { bySpan, contains, indexAfter, overlaps, within } from "../../core/span.ts";
import type { LooseFigure } from "./find.ts";

interface Around {
  readonly sentences: readonly Sentence[];
  readonly mentions?: readonly Mention[];
  readonly dates?: readonly DateExpression[];
  readonly quotes?: readonly Quote[];
}

/** Ties each figure to its sentence and, where there is no doubt, to whom it is about, who gives it and when. */
export function linked(text: string, found: readonly LooseFigure[], around: Around): Figure[] {
  const { sentences, mentions = [], dates = [], quotes = [] } = around;
  const figures = found.toSorted(bySpan);
  return figures.map(({ cue, ...figure }) => {
    const sentence = Math.min(indexAfter(sentences, figure.start), sentences.length - 1);
    const about = aboutOf(text, figure, mentions);
    const speaker = speakerOf(text, figure, quotes, mentions);
    const date = dateOf(text, figure, figures, sentences[sentence], dates);
    return {
      ...figure,
      sentence,
      ...(cue === undefined ? {} : { categoryStart: cue.start, categoryEnd: cue.end }),
      ...(about === undefined ? {} : { aboutMention: about }),
      ...(speaker === undefined ? {} : { saidByMention: speaker }),
      ...(date === undefined ? {} : { date }),
    };
  });
}

/** A date after at most three words of a sentence holds for the whole of it: "It was on 4 May that ...". */
const opening = /^\P{L}*(?:\p{L}+\P{L}+){0,3}$/u;
/** A mark that ends a clause; a comma between digits or after an opening date does not. */
const clauseMark = /[;:()—]/;

/**
 * Who gives the figure: the speaker of the words it stands in. Not sure, and so nobody, in a "which" clause of reported
 * speech, which may be the writer's own, and where the pronoun only tells whose somebody speaks ("his government said").
 */
function speakerOf(
  text: string,
  figure: LooseFigure,
  quotes: readonly Quote[],
  mentions: readonly Mention[],
): number | undefined {
  const said = quotes[indexAfter(quotes, figure.start)];
  if (said?.speakerMention === undefined || !contains(said, figure)) return undefined;
  if (said.type === "indirect" && /, (?:which|who|whose|where)\b/.test(text.slice(said.start, figure.start)))
    return undefined;
  const speaker = mentions[said.speakerMention]!;
  const isBeforeVerb = said.verb !== undefined && text.startsWith(` ${said.verb}`, speaker.end);
  return speaker.mentionType === "pronoun" && !isBeforeVerb ? undefined : said.speakerMention;
}

const joined = /\s(?:and|but|then)\s/;

/** The mention inside what is counted, or right after its "of": "50 ethnic [Azerbaijanis]", "a single one of [its] vessels". */
function aboutOf(text: string, figure: LooseFigure, mentions: readonly Mention[]): number | undefined {
  if (figure.countedStart === undefined || figure.countedEnd === undefined) return undefined;
  const counted = { start: Math.min(figure.end, figure.countedStart), end: figure.countedEnd };
  const first = firstFrom(mentions, counted.start);
  const hits: number[] = [];
  for (let at = first; at < mentions.length && mentions[at]!.start < counted.end; at++)
    if (overlaps(mentions[at]!, counted) && mentions[at]!.actorId !== undefined) hits.push(at);
  if (hits.length > 0) return hits.length === 1 ? hits[0] : undefined;
  const owner = mentions[firstFrom(mentions, counted.end)];
  const isOwner = owner?.actorId !== undefined && ofLink.test(text.slice(counted.end, owner.start));
  return isOwner ? firstFrom(mentions, counted.end) : undefined;
}

/** "three employees [of the World Food Programme]". */
const ofLink = /^ of (?:the )?$/;

/** First element that starts at `offset` or later; mentions may nest, so their ends are not in order. */
function firstFrom(spans: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The only calendar date of the sentence, when it stands in the figure's own clause or opens the sentence. */
function dateOf(
  text: string,
  figure: LooseFigure,
  figures: readonly LooseFigure[],
  sentence: Sentence | undefined,
  dates: readonly DateExpression[],
): number | undefined {
  if (sentence === undefined) return undefined;
  const hits = within(dates, sentence).filter(
    (date) => date.startDate !== undefined && !overlaps(date, figure),
  );
  const date = hits[0];
  if (date === undefined || hits.length > 1) return undefined;
  const opens =
    date.end <= figure.start &&
    date.start - sentence.start < 40 &&
    opening.test(text.slice(sentence.start, date.start));
  const between =
    date.end <= figure.start ? text.slice(date.end, figure.start) : text.slice(figure.end, date.start);
  if (opens ? clauseMark.test(between) : /[,(]/.test(between) || clauseMark.test(between)) return undefined;
  // "signed it in August and shipped two cargoes": the second verb may have another day.
  if (!opens && date.end <= figure.start && joined.test(between)) return undefined;
  const isOfAnother =
    date.start >= figure.end &&
    figure.kind !== "count" &&
    figures
      .slice(firstFrom(figures, figure.end), firstFrom(figures, date.start))
      .some(
        ({ kind, unit, currency }) =>
          kind === figure.kind && unit === figure.unit && currency === figure.currency,
      );
  return isOfAnother ? undefined : indexAfter(dates, date.start);
}
