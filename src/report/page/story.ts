import * as Plot from "@observablehq/plot";
import { filteredEvents } from "./events.ts";
import { rowDate, signed, signOf } from "./dataset.ts";
import { dataTable, element } from "./element.ts";
import type { View } from "./main.ts";
import { palette } from "./palette.ts";
import { linkTo } from "./state.ts";

const shownEvents = 500;

/** What happened when, in the order of the calendar, not of the texts. */
export const story: View = (bundle, state, place) => {
  const events = filteredEvents(bundle, state)
    .flatMap((event) => {
      const date = rowDate(bundle, event);
      return date === undefined ? [] : [{ event, date, own: event.date !== undefined }];
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.event.id < b.event.id ? -1 : 1));
  place.append(element("h2", {}, "Story line"));
  if (events.length === 0) {
    place.append(element("p", {}, "No dated event passes the filters."));
    return;
  }
  const { positive, negative, neutral } = palette();
  const day = (date: string): Date => new Date(`${date.length === 4 ? `${date}-07-01` : date.length === 7 ? `${date}-15` : date}T00:00:00Z`);
  const points = events.map(({ event, date }) => ({ date: day(date), type: event.type, sign: signOf(event.intensity), text: `${date} ${event.trigger}` }));
  place.append(
    element("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Events by date and type" }, Plot.plot({
      ariaLabel: "Events by date and type", width: 860, marginLeft: 100, height: 360,
      x: { type: "utc", label: null, grid: true }, y: { label: null },
      color: { domain: ["negative", "neutral", "positive"], range: [negative, neutral, positive] },
      symbol: { domain: ["negative", "neutral", "positive"], range: ["triangle", "circle", "triangle"] },
      marks: [Plot.dot(points, { x: "date", y: "type", stroke: "sign", symbol: "sign",
 rotate: (d: { sign: string }) => (d.sign === "negative" ? 180 : 0), title: "text" })],
    })),
    dataTable("Events in order of time", ["Date", "From", "Towards", "Type", "Intensity", "Sentence"],
      events.slice(0, shownEvents).map(({ event, date, own }) => [
        own ? date : `${date} (article)`,
        event.sources.map((actor) => bundle.actors[actor]!.name).join(", "),
        event.targets.map((actor) => bundle.actors[actor]!.name).join(", "),
        event.type,
        element("span", { class: `score ${signOf(event.intensity)}` }, signed(event.intensity)),
        element("a", { href: linkTo(state, { view: "articles", article: bundle.articles[event.article]!.id, row: event.id }) }, event.evidence ?? event.trigger),
      ])),
  );
  if (events.length > shownEvents) place.append(element("p", { class: "hint" }, `The first ${shownEvents} of ${events.length}; the rest are in events.csv.`));
}; // prettier-ignore
