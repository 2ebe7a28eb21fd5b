import type { Bundle, BundleEvent } from "../bundle.ts";
import { passes } from "./dataset.ts";
import type { State } from "./state.ts";

export function filteredEvents(bundle: Bundle, state: State): BundleEvent[] {
  return bundle.events.filter((event) =>
    passes(bundle, { ...state, holder: undefined } as unknown as State, event, event.sides),
  );
} // prettier-ignore
