import "./style.css";
import type { Bundle } from "../bundle.ts";
import { articles } from "./articles.ts";
import { readBundle } from "./dataset.ts";
import { element } from "./element.ts";
import { figures } from "./figures.ts";
import { drawFilters } from "./filters.ts";
import { matrix } from "./matrix.ts";
import { network } from "./network.ts";
import { linkTo, readState, type State } from "./state.ts";
import { story } from "./story.ts";
import { summary } from "./summary.ts";
import { time } from "./time.ts";

/** A view draws itself into the page from the bundle and the state; it keeps nothing. */
export type View = (bundle: Bundle, state: State, place: HTMLElement) => void;

const views: readonly (readonly [name: string, label: string, view: View])[] = [
  ["summary", "Summary", summary],
  ["network", "Network", network],
  ["matrix", "Who and whom", matrix],
  ["time", "Over time", time],
  ["story", "Story line", story],
  ["figures", "Figures", figures],
  ["articles", "Articles", articles],
];

const bundle = readBundle();
const place = document.getElementById("main")!;

function draw(): void {
  const state = readState(location.hash);
  const [name, label, view] = views.find(([known]) => known === state.view) ?? views[0]!;
  document
    .getElementById("views")!
    .replaceChildren(
      ...views.map(([known, text]) =>
        element(
          "li",
          {},
          element(
            "a",
            { href: linkTo(state, { view: known }), "aria-current": known === name ? "page" : undefined },
            text,
          ),
        ),
      ),
    );
  document.title = `${label} – ${bundle.dataset.name} – Dyadic report`;
  drawFilters(bundle, state, document.querySelector<HTMLFormElement>("#filters")!);
  place.replaceChildren();
  view(bundle, state, place);
  place.dataset["ready"] = name;
}

/** Dark or light as the system says (index.html sets it at once), until the reader chooses; light on paper. */
function themeButton(): void {
  const button = document.querySelector<HTMLButtonElement>("#theme")!;
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  let chosen = false;
  const show = (theme: string): void => {
    root.dataset["theme"] = theme;
    button.setAttribute("aria-pressed", String(theme === "dark"));
    button.textContent = theme === "dark" ? "Light" : "Dark";
  };
  const change = (theme: string): void => {
    show(theme);
    draw();
  };
  button.addEventListener("click", () => {
    chosen = true;
    change(root.dataset["theme"] === "dark" ? "light" : "dark");
  });
  system.addEventListener("change", ({ matches }) => {
    if (!chosen) change(matches ? "dark" : "light");
  });
  let onScreen: string | undefined;
  addEventListener("beforeprint", () => {
    onScreen = root.dataset["theme"];
    if (onScreen === "dark") change("light");
  });
  addEventListener("afterprint", () => {
    if (onScreen === "dark") change("dark");
  });
  show(root.dataset["theme"] ?? "light");
}

document.getElementById("dataset")!.textContent = bundle.dataset.name;
document
  .getElementById("footer")!
  .append(
    element("p", {}, `Made by ${bundle.dataset.tool}. Run ${bundle.dataset.runId}.`),
    ...bundle.omissions.map((omission) => element("p", {}, omission)),
  );
themeButton();
addEventListener("hashchange", draw);
draw();
