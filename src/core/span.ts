/** Half-open range `[start, end)` of UTF-16 code units in the article's text. Every annotation is one. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Orders spans by where they start; of two that start together the longer comes first. */
export function bySpan(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/**
 * Index of the first element whose end lies after `offset` in a list sorted by position without overlaps:
 * the span that holds `offset`, or the next one. O(log n). Equals `spans.length` when there is none.
 */
export function indexAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The spans of a sorted list without overlaps that touch `range`, in order. O(log n + hits). */
export function within<S extends Span>(spans: readonly S[], range: Span): readonly S[] {
  const first = indexAfter(spans, range.start);
  let last = first;
  while (last < spans.length && spans[last]!.start < range.end) last++;
  return spans.slice(first, last);
}

/**
 * Maps UTF-16 offsets of a text to code points (what Python and R count). A text without surrogate pairs,
 * which is nearly every article, costs one scan and no table.
 */
export function codePoints(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (let i = 0; i < text.length - 1; i++) {
    if ((text.charCodeAt(i) & 0xfc00) !== 0xd800 || (text.charCodeAt(i + 1) & 0xfc00) !== 0xdc00) continue;
    pairs.push(i + 1);
    i++;
  }
  if (pairs.length === 0) return (offset) => offset;
  return (offset) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (pairs[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
