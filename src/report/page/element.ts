type Child = Node | string | number | undefined | false;
type Attributes = Readonly<
  Record<string, string | number | boolean | undefined | ((event: globalThis.Event) => void)>
>;

/** Makes an element: `element("p", { class: "hint" }, "text")`. Functions become listeners of the attribute's name. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(key, value);
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children)
    if (child !== undefined && child !== false)
      made.append(typeof child === "number" ? String(child) : child);
  return made;
}

export function option(value: string, label: string, selected: boolean): HTMLOptionElement {
  return element("option", { value, selected }, label);
}

/** A table with a caption, its head row and body rows of cells. */
export function dataTable(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Child[])[],
): HTMLElement {
  return element(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": caption },
    element(
      "table",
      {},
      element("caption", {}, caption),
      element("thead", {}, element("tr", {}, ...head.map((cell) => element("th", { scope: "col" }, cell)))),
      element(
        "tbody",
        {},
        ...rows.map((row) =>
          element(
            "tr",
            {},
            ...row.map((cell) => element("td", { class: isDay(cell) ? "day" : undefined }, cell)),
          ),
        ),
      ),
    ),
  );
}

const isDay = (cell: Child): boolean => typeof cell === "string" && /^\d{4}-\d\d/.test(cell);

/** "1 stance", "2 stances". */
export const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;
