import type { BundleFigure } from "../bundle.ts";
import { passes, rowDate } from "./dataset.ts";
import { dataTable, element, option } from "./element.ts";
import type { View } from "./main.ts";
import { linkTo } from "./state.ts";

const shownFigures = 500;

/** Casualties, sums and other figures, side by side. */
export const figures: View = (bundle, state, place) => {
  const passing = bundle.figures.filter((figure) =>
    passes(bundle, state, figure, figure.side === undefined ? [] : [figure.side]),
  );
  const categories = [...new Set(bundle.figures.map(({ category, kind }) => (category === "none" ? kind : category)))].sort();
  const shown = passing
    .filter(({ category, kind }) => state.category === undefined || state.category === category || state.category === kind)
    .sort((a, b) => rank(a) - rank(b));
  place.append(
    element("h2", {}, "Figures"),
    element("label", {}, "Category ", element("select", { name: "category", change: (event) => { location.hash = linkTo(state, { view: "figures", category: (event.target as HTMLSelectElement).value || undefined }); } },
      option("", "all", state.category === undefined), ...categories.map((name) => option(name, name, name === state.category)))),
  );
  if (shown.length === 0) {
    place.append(element("p", {}, "No figure passes the filters."));
    return;
  }
  place.append(
    dataTable("Figures", ["Category", "Value", "Of", "In the text", "About", "Date", "Sentence"],
      shown.slice(0, shownFigures).map((figure) => [
        figure.category === "none" ? figure.kind : figure.category,
        element("span", { class: "number" }, valueText(figure)),
        figure.of,
        figure.text,
        figure.actor === undefined ? "" : bundle.actors[figure.actor]!.name,
        rowDate(bundle, figure) ?? "",
        element("a", { href: linkTo(state, { view: "articles", article: bundle.articles[figure.article]!.id, row: figure.id }) }, figure.evidence ?? figure.text),
      ])),
  );
  if (shown.length > shownFigures) place.append(element("p", { class: "hint" }, `The first ${shownFigures} of ${shown.length}; the rest are in figures.csv.`));
}; // prettier-ignore

/** Casualties and the like first, then sums, then what else is counted; lengths of time last. */
const rank = ({ category, kind }: BundleFigure): number =>
  category !== "none" ? 0 : kind === "money" ? 1 : kind === "duration" ? 3 : 2;

const signs: Readonly<Record<string, string>> = {
  eq: "",
  approx: "≈ ",
  ge: "≥ ",
  gt: "> ",
  le: "≤ ",
  lt: "< ",
  range: "",
  vague: "≈ ",
};

function valueText({ value, low, high, comparator }: BundleFigure): string {
  const number = (n: number): string => n.toLocaleString("en-US", { maximumFractionDigits: 3 });
  if (value !== undefined) return (signs[comparator] ?? "") + number(value);
  return `${low === undefined ? "" : number(low)}–${high === undefined ? "" : number(high)}`;
}
