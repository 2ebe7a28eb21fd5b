import type { Bundle, BundleArticle, BundleMark, MarkKind } from "../bundle.ts";
import { passes } from "./dataset.ts";
import { dataTable, element } from "./element.ts";
import type { View } from "./main.ts";
import { linkTo, type State } from "./state.ts";

const shownArticles = 1000;

/** The list of articles, or one of them with everything that was found in it. */
export const articles: View = (bundle, state, place) => {
  const id = state.article ?? state.row?.split(".")[0];
  const article = bundle.articles.find((one) => one.id === id);
  if (article !== undefined) {
    read(bundle, state, article, place);
    return;
  }
  const shown = bundle.articles.flatMap((one, index) => (passes(bundle, state, { article: index }, []) ? [one] : []));
  const stances = new Map<number, number>();
  for (const stance of bundle.stances) stances.set(stance.article, (stances.get(stance.article) ?? 0) + 1);
  place.append(
    element("h2", {}, "Articles"),
    dataTable("Articles", ["Title", "Outlet", "Date", "Stances"], shown.slice(0, shownArticles).map((one) => [
      element("a", { href: linkTo(state, { view: "articles", article: one.id }) }, one.title),
      one.outlet === undefined ? "" : bundle.outlets[one.outlet]!,
      one.date ?? "",
      stances.get(bundle.articles.indexOf(one)) ?? 0,
    ])),
  );
  if (shown.length > shownArticles) place.append(element("p", { class: "hint" }, `The first ${shownArticles} of ${shown.length}; narrow the filters to see others.`));
}; // prettier-ignore

const kinds: readonly MarkKind[] = ["mention", "date", "figure", "quote", "stance"];

function read(bundle: Bundle, state: State, article: BundleArticle, place: HTMLElement): void {
  place.append(
    element("p", {}, element("a", { href: linkTo(state, { view: "articles" }) }, "← All articles")),
    element("h2", {}, article.title),
    element("p", { class: "hint" }, [article.outlet === undefined ? "" : bundle.outlets[article.outlet]!, article.date ?? "no date", article.id].filter((part) => part !== "").join(" · ")),
  );
  if (article.text === undefined) {
    place.append(element("p", {}, "The text was left out of this report; the dataset's files have its rows."));
    return;
  }
  const legend = element("p", { class: "legend" }, ...kinds.map((kind) => element("span", { class: `mark ${kind}` }, kind)));
  const text = element("div", { class: "reader" });
  for (const [start, end] of paragraphs(article.text)) text.append(element("p", {}, ...pieces(state, article, start, end)));
  const chosen = article.marks?.find((mark) => mark[3] === state.row);
  // With the chosen row those of its words: an event is often a stance as well.
  const told = chosen === undefined ? [] : [chosen, ...article.marks!.filter((mark) => mark !== chosen && mark[1] <= chosen[1] && chosen[2] <= mark[2])];
  const detail = element("aside", { class: "detail", "aria-live": "polite" }, chosen === undefined && "Select a highlighted piece to see its row.", ...told.map((mark) => element("p", {}, element("code", {}, mark[3]), element("br"), mark[4])));
  place.append(legend, element("div", { class: "reading" }, text, detail));
  document.querySelector(`[data-row~="${CSS.escape(state.row ?? "")}"]`)?.scrollIntoView({ block: "center" });
} // prettier-ignore

function* paragraphs(text: string): Generator<readonly [number, number]> {
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (text.slice(start, end).trim() !== "") yield [start, end];
    start = end + 1;
  }
}

/** Cuts a paragraph wherever a mark begins or ends; each piece carries all marks that cover it. */
function pieces(state: State, article: BundleArticle, start: number, end: number): (Node | string)[] {
  const marks = (article.marks ?? []).filter((mark) => mark[1] < end && start < mark[2]);
  const cuts = [...new Set([start, end, ...marks.flatMap((mark) => [mark[1], mark[2]])])]
    .filter((cut) => cut >= start && cut <= end)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((cut, index) => {
    const text = article.text!.slice(cut, cuts[index + 1]);
    const over = marks.filter((mark) => mark[1] <= cut && cut < mark[2]);
    if (over.length === 0) return text;
    // The narrowest mark is the one a click asks about.
    const narrowest = over.reduce((best, mark): BundleMark => (mark[2] - mark[1] < best[2] - best[1] ? mark : best));
    return element("a", {
      class: ["mark", ...new Set(over.map((mark) => mark[0])), over.some((mark) => mark[3] === state.row) ? "chosen" : ""].join(" ").trim(),
      href: linkTo(state, { view: "articles", article: article.id, row: narrowest[3] }),
      "data-row": over.map((mark) => mark[3]).join(" "),
      title: over.map((mark) => `${mark[0]}: ${mark[4]}`).join("\n"),
    }, text);
  });
} // prettier-ignore
