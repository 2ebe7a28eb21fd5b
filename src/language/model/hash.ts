/*
 * Features are 32-bit hashes: of a template number and the values it combines. No vocabulary is shipped; two
 * features that fall together share a row, which at a million features of four thousand million happens to few.
 */

/** Hash of a text (FNV-1a over UTF-16 code units, then mixed). */
export function hashText(text: string): number {
  return hashSlice(text, 0, text.length);
}

/** Hash of `text.slice(start, end)` without making the slice. */
export function hashSlice(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash, end - start);
}

/**
 * Takes one more value into a hash; order matters. Start from the number of the feature template: small numbers are
 * spread before the value comes in, else template and value would cancel out.
 */
export function mix(hash: number, value: number): number {
  const sum = (Math.imul(hash, 0x9e3779b1) + value) | 0;
  const product = Math.imul(sum ^ (sum >>> 15), 0x85ebca6b);
  return product ^ (product >>> 13);
}
