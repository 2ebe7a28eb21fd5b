import { labels, mayEnd, mayStart, predecessors } from "./labels.ts";

const count = labels.length;
const flatPredecessors = predecessors.map((list) => Int32Array.from(list));

/**
 * The best well-formed sequence of labels for `length` tokens. `emissions` holds one score a token and label,
 * `transitions` one a pair at [before * labels + label].
 */
export function viterbi(emissions: Float64Array, length: number, transitions: Float64Array): Uint8Array {
  const path = new Uint8Array(length);
  if (length === 0) return path;
  const back = new Uint8Array(length * count);
  let previous = new Float64Array(count);
  let current = new Float64Array(count);
  for (let label = 0; label < count; label++)
    previous[label] = mayStart(label) ? emissions[label]! : -Infinity;
  for (let i = 1; i < length; i++) {
    for (let label = 0; label < count; label++) {
      const before = flatPredecessors[label]!;
      let winner = before[0]!;
      let top = -Infinity;
      for (let k = 0; k < before.length; k++) {
        const from = before[k]!;
        const score = previous[from]! + transitions[from * count + label]!;
        if (score > top) {
          top = score;
          winner = from;
        }
      }
      current[label] = top + emissions[i * count + label]!;
      back[i * count + label] = winner;
    }
    [previous, current] = [current, previous];
  }
  let label = 0;
  let top = -Infinity;
  for (let candidate = 0; candidate < count; candidate++)
    if (mayEnd(candidate) && previous[candidate]! > top) {
      top = previous[candidate]!;
      label = candidate;
    }
  for (let i = length - 1; i >= 0; i--) {
    path[i] = label;
    label = back[i * count + label]!;
  }
  return path;
}
