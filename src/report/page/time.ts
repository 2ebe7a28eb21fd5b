import * as Plot from "@observablehq/plot";
import type { Bundle, BundleStance } from "../bundle.ts";
import {
  dyads,
  filteredStances,
  groupBy,
  interval,
  mean,
  rowDate,
  signed,
  signOf,
  type Dyad,
} from "./dataset.ts";
import { counted, element, option } from "./element.ts";
import type { View } from "./main.ts";
import { palette } from "./palette.ts";
import { linkTo, type State } from "./state.ts";

const shownSentences = 200;

/** One dyad: its score by period with 95 % intervals, and the sentences behind it. */
export const time: View = (bundle, state, place) => {
  const all = dyads(bundle, filteredStances(bundle, state));
  place.append(element("h2", {}, "Stance over time"));
  const dyad = all.find(({ key }) => key === state.dyad) ?? (state.dyad === undefined ? all[0] : undefined);
  const label = (one: Dyad): string => `${bundle.actors[one.source]!.name} → ${bundle.actors[one.target]!.name} (${one.stances.length})`;
  place.append(
    element("label", {}, "Dyad ", element(
      "select",
      { name: "dyad", change: (event) => { location.hash = linkTo(state, { view: "time", dyad: (event.target as HTMLSelectElement).value }); } },
      dyad === undefined && option("", state.dyad ?? "none", true),
      ...all.slice(0, 500).map((one) => option(one.key, label(one), one.key === dyad?.key)),
    )),
  );
  if (dyad === undefined) {
    place.append(element("p", {}, "No stance of this dyad passes the filters."));
    return;
  }
  const reverse = all.find(({ source, target }) => source === dyad.target && target === dyad.source);
  place.append(
    element("p", {},
      element("strong", {}, `${bundle.actors[dyad.source]!.name} → ${bundle.actors[dyad.target]!.name}: `),
      element("span", { class: `score ${signOf(dyad.mean)}` }, signed(dyad.mean)),
      ` from ${counted(dyad.stances.length, "stance")}. `,
      reverse === undefined ? "Nothing in the other direction." : element("a", { href: linkTo(state, { view: "time", dyad: reverse.key }) }, `The other direction: ${signed(reverse.mean)}.`),
    ),
    chart(bundle, dyad),
    element("h3", {}, "Evidence"),
    element("ol", { class: "evidence" }, ...[...dyad.stances]
      .sort((a, b) => compareDates(rowDate(bundle, a), rowDate(bundle, b)) || (a.id < b.id ? -1 : 1))
      .slice(0, shownSentences)
      .map((stance) => sentence(bundle, state, stance))),
  );
  if (dyad.stances.length > shownSentences) place.append(element("p", { class: "hint" }, `The first ${shownSentences} of ${dyad.stances.length}; the rest are in stances.csv.`));
}; // prettier-ignore

const compareDates = (a = "9999", b = "9999"): number => (a < b ? -1 : a > b ? 1 : 0);

/** Years for long spans, else months. */
function chart(bundle: Bundle, dyad: Dyad): HTMLElement {
  const dated = dyad.stances.flatMap((stance) => {
    const date = rowDate(bundle, stance);
    return date === undefined ? [] : [{ stance, date }];
  });
  if (dated.length === 0) return element("p", { class: "hint" }, "None of these stances has a date.");
  const years = new Set(dated.map(({ date }) => date.slice(0, 4)));
  const length = years.size > 3 || dated.some(({ date }) => date.length < 7) ? 4 : 7;
  const points = [...groupBy(dated, ({ date }) => date.slice(0, length))]
    .map(([period, rows]) => {
      const stances = rows.map(({ stance }) => stance);
      const [low, high] = interval(stances, ({ article }) => bundle.articles[article]!.cluster ?? String(article));
      const score = mean(stances.map((stance) => stance.score));
      return { period, date: new Date(`${length === 4 ? `${period}-07-01` : `${period}-15`}T00:00:00Z`), score, low, high, n: stances.length, sign: signOf(score) };
    })
    .sort((a, b) => (a.period < b.period ? -1 : 1));
  const { positive, negative, neutral, ink } = palette();
  return element("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Score by period" }, Plot.plot({
    ariaLabel: "Mean score by period with 95 % intervals",
    width: 860, height: 300, marginLeft: 50,
    y: { domain: [-1, 1], label: "Mean score", grid: true },
    x: { type: "utc", label: null, domain: roomAround(points.map(({ date }) => date)) },
    color: { domain: ["negative", "neutral", "positive"], range: [negative, neutral, positive] },
    symbol: { domain: ["negative", "neutral", "positive"], range: ["triangle", "circle", "triangle"] },
    marks: [
      Plot.ruleY([0], { stroke: ink, strokeOpacity: 0.5 }),
      Plot.lineY(points, { x: "date", y: "score", stroke: ink, strokeOpacity: 0.3 }),
      Plot.ruleX(points, { x: "date", y1: "low", y2: "high", stroke: "sign", strokeWidth: 2 }),
      Plot.dot(points, { x: "date", y: "score", stroke: "sign", fill: "sign", symbol: "sign",
 rotate: (d: { sign: string }) => (d.sign === "negative" ? 180 : 0), r: (d: { n: number }) => 3 + Math.sqrt(d.n), title: (d: (typeof points)[number]) => `${d.period}: ${signed(d.score)} [${signed(d.low)}, ${signed(d.high)}], ${counted(d.n, "stance")}` }),
    ],
  }));
} // prettier-ignore

/** The days of the points with half a year on either side, so that a lone point stands between years that are told. */
function roomAround(days: readonly Date[]): readonly [Date, Date] {
  const half = 183 * 24 * 60 * 60 * 1000;
  return [new Date(days[0]!.getTime() - half), new Date(days.at(-1)!.getTime() + half)];
}

function sentence(bundle: Bundle, state: State, stance: BundleStance): HTMLElement {
  const article = bundle.articles[stance.article]!;
  const source = bundle.actors[stance.source]!.name;
  const target = bundle.actors[stance.target]!.name;
  return element("li", { id: stance.id },
    element("span", { class: `score ${signOf(stance.score)}` }, signed(stance.score)), " ",
    stance.evidence === undefined ? element("em", {}, "(sentence left out)") : element("q", {}, stance.evidence),
    element("p", { class: "hint" },
      `${source} → ${target}; ${stance.channel.replace("_", " ")}, ${stance.modality}, held by ${stance.holder.replace("_", " ")}`,
      stance.cue === undefined ? "" : `; cue “${stance.cue}”`, `; ${rowDate(bundle, stance) ?? "no date"}. `,
      element("a", { href: linkTo(state, { view: "articles", article: article.id, row: stance.id }) }, article.title),
    ),
  );
} // prettier-ignore
