import { nerTypes } from "../../../core/layers.ts";

/** BIOES: outside; first, inner and last token of a longer name; a name of a single token. */
export const labels: readonly string[] = [
  "O",
  ...nerTypes.flatMap((type) => ["B", "I", "E", "S"].map((part) => `${part}-${type}`)),
];

export const outside = 0;
const first = 0, inner = 1, last = 2, single = 3; // prettier-ignore

/** The label of a token `index` tokens into a name of `length` tokens. */
export function labelOf(type: number, index: number, length: number): number {
  const part = length === 1 ? single : index === 0 ? first : index === length - 1 ? last : inner;
  return 1 + 4 * type + part;
}

const part = (label: number): number => (label - 1) & 3;
/** Index into `nerTypes`; -1 for outside. */
export const typeOf = (label: number): number => (label === outside ? -1 : (label - 1) >> 2);
const opens = (label: number): boolean => label !== outside && part(label) <= inner;
const continues = (label: number): boolean =>
  label !== outside && (part(label) === inner || part(label) === last);

/** Whether a name may start with this label, and whether it may end with it. */
export const mayStart = (label: number): boolean => !continues(label);
export const mayEnd = (label: number): boolean => !opens(label);

/** For each label the labels that may precede it. */
export const predecessors: readonly (readonly number[])[] = labels.map((_, label) =>
  labels.flatMap((_, before) => {
    const fits = continues(label) ? opens(before) && typeOf(before) === typeOf(label) : mayEnd(before);
    return fits ? [before] : [];
  }),
);

/** Half-open range of tokens that is a name. */
export interface NameRange {
  readonly first: number;
  readonly last: number;
  /** Index into `nerTypes`. */
  readonly type: number;
}

/** The names in a well-formed sequence of labels. */
export function nameRanges(sequence: ArrayLike<number>, offset = 0): NameRange[] {
  const found: NameRange[] = [];
  let start = 0;
  for (let i = 0; i < sequence.length; i++) {
    const label = sequence[i]!;
    if (label === outside) continue;
    if (!continues(label)) start = i;
    if (!opens(label)) found.push({ first: offset + start, last: offset + i + 1, type: typeOf(label) });
  }
  return found;
}
