import type { AnyRow, Cell } from "../../core/table.ts";

/** One side of an event: the actor's row and the mention that stands for it in the event's sentence. */
export interface Side {
  readonly actor: AnyRow;
  readonly mention?: AnyRow;
}

/** What a line of another data set's layout is made from: one source and one target of an event, with its article. */
export interface Sighting {
  /** The event's id; with `.2`, `.3` … for the further pairs of compound actors. */
  readonly id: string;
  readonly event: AnyRow;
  readonly article: AnyRow;
  readonly source?: Side;
  readonly target?: Side;
  /** Day of the event, else of publication. */
  readonly date?: string;
  /** Names that the article mentions, sorted, by entity type. */
  readonly story: Readonly<Record<string, readonly string[]>>;
  /** Name of a state by its ISO 3166-1 alpha-3 code, where the dataset knows it. */
  readonly country: (iso3: Cell) => string | undefined;
  /** Name and version of what coded the event. */
  readonly coder: string;
}

/** A column: its name in the other data set and where its cell comes from; none where Dyadic has no such value. */
export type LayoutColumn = readonly [name: string, cell?: (sighting: Sighting) => Cell];

/** The events of a dataset in the file layout of another one, for programs that load that. */
export interface Layout {
  readonly name: string;
  /** File name beside the tables. */
  readonly file: string;
  /** Whether the first line names the columns. */
  readonly header: boolean;
  readonly columns: readonly LayoutColumn[];
}
