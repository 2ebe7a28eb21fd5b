import type { Bundle } from "../bundle.ts";
import { element, option } from "./element.ts";
import { linkTo, type State } from "./state.ts";

/** Views each filter applies to; a filter that does nothing is not shown. */
const uses: Readonly<Record<string, readonly string[]>> = {
  date: ["network", "matrix", "time", "story", "figures", "articles"],
  actor: ["network", "matrix", "time", "story", "figures"],
  outlet: ["network", "matrix", "time", "story", "figures", "articles"],
  holder: ["network", "matrix", "time"],
  status: ["network", "matrix", "time", "story"],
};

const statuses = ["asserted", "reported", "future", "hypothetical", "negated", "denied", "all"];
const holders = [
  ["author", "the author"],
  ["quoted_speaker", "quoted speakers"],
  ["reported_party", "reported parties"],
] as const;

export function drawFilters(bundle: Bundle, state: State, form: HTMLFormElement): void {
  const change = (key: keyof State) => (event: globalThis.Event) => {
    const { value } = event.target as HTMLInputElement | HTMLSelectElement;
    location.hash = linkTo(state, { dyad: state.dyad, article: state.article, [key]: value === "" ? undefined : value });
  };
  const field = (label: string, control: HTMLElement): HTMLElement => element("label", {}, label, control);
  const choice = (key: keyof State, label: string, any: string, choices: readonly (readonly [string, string])[]) =>
    field(
      label,
      element(
        "select",
        { name: key, change: change(key) },
        any === "" ? false : option("", any, state[key] === undefined),
        ...choices.map(([value, text]) =>
          option(value, text, (state[key] ?? (key === "status" ? "asserted" : "")) === value),
        ),
      ),
    );
  const shown = (filter: string): boolean => uses[filter]!.includes(state.view);
  const date = (key: "from" | "to", label: string): HTMLElement =>
    field(label, element("input", { type: "date", name: key, value: state[key] ?? "", change: change(key) }));
  const sides = [...new Set(bundle.stances.flatMap(({ from, towards }) => [from, towards]))]
    .map((side) => bundle.actors[side]!)
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const fields = [
    shown("date") && date("from", "From"),
    shown("date") && date("to", "To"),
    shown("actor") && choice("actor", "Actor", "all", sides.map(({ id, name }) => [id, name] as const)),
    shown("outlet") && bundle.outlets.length > 0 && choice("outlet", "Outlet", "all", bundle.outlets.map((name) => [name, name] as const)),
    shown("holder") && choice("holder", "Held by", "all", holders),
    shown("status") && choice("status", "Status", "", statuses.map((name) => [name, name] as const)),
    (state.from ?? state.to ?? state.actor ?? state.outlet ?? state.holder ?? state.status) !== undefined &&
      element("a", { href: linkTo({ view: state.view }, { dyad: state.dyad, article: state.article }) }, "Clear filters"),
  ];
  form.replaceChildren(...fields.filter((item) => item !== false));
  form.hidden = form.childElementCount === 0;
  form.onsubmit = (event) => event.preventDefault();
} // prettier-ignore
