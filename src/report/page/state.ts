/** Everything the page shows follows from the address: a view, what it looks at, and the filters. */
export interface State {
  readonly view: string;
  /** Ordered pair of actor ids: `aze-rus`. */
  readonly dyad?: string;
  readonly article?: string;
  /** Id of the row to point at. */
  readonly row?: string;
  readonly from?: string;
  readonly to?: string;
  readonly actor?: string;
  readonly outlet?: string;
  readonly holder?: string;
  /** `asserted` unless said otherwise; `all` for every modality. */
  readonly status?: string;
  readonly category?: string;
}

const keys = [
  "view", "dyad", "article", "row", "from", "to", "actor", "outlet", "holder", "status", "category",
] as const; // prettier-ignore

/** Reads `#dyad=aze-rus&from=2023`; a link that names only what it is about opens the fitting view. */
export function readState(hash: string): State {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const state: Record<string, string> = {};
  for (const key of keys) {
    const value = given.get(key);
    if (value !== null && value !== "") state[key] = value;
  }
  const view =
    state["view"] ??
    (state["article"] !== undefined || state["row"] !== undefined
      ? "articles"
      : state["dyad"] !== undefined
        ? "time"
        : "summary");
  return { ...state, view };
}

export function stateHash(state: State): string {
  const given = new URLSearchParams();
  for (const key of keys) {
    const value = state[key];
    if (value !== undefined && value !== "") given.set(key, value);
  }
  return `#${given.toString()}`;
}

/** A link that keeps the filters and changes what is given; an undefined value drops the key. */
export function linkTo(state: State, change: { readonly [K in keyof State]?: State[K] | undefined }): string {
  const next: Record<string, string | undefined> = {
    ...state,
    dyad: undefined,
    article: undefined,
    row: undefined,
  };
  return stateHash({ ...next, ...change } as State);
}
