import type { AnyDocument } from "../../core/document.ts";

/*
 * A text as 512 bytes by which near duplicates are found: MinHash over its word 5-grams (Broder 1997) in 32 bands of
 * 4 hashes, and its smallest 5-gram hashes (a bottom-k sample), from which the share of common 5-grams is estimated.
 * Layout of the words: 0 number of different 5-grams; 1 number of samples; 2..33 band keys; 34.. samples, ascending.
 */
export type Sketch = Uint32Array;

export const sketchWords = 128;
export const bandCount = 32;
const rowsPerBand = 4;
const firstBand = 2;
const firstSample = firstBand + bandCount;
const sampleSize = sketchWords - firstSample;
const gram = 5;

/** Scrambles 32 bits (the finalizer of MurmurHash3). */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Odd factors and offsets of the 128 hash functions, the same in every run. */
const factors = Uint32Array.from({ length: bandCount * rowsPerBand }, (_, index) => mix(2 * index + 1) | 1);
const offsets = Uint32Array.from({ length: bandCount * rowsPerBand }, (_, index) => mix(0x9e3779b9 + index));

/** Sketch of a text; case, punctuation and spacing do not count. Linear in the length of the text. */
export function sketch(text: string): Sketch {
  const grams = gramHashes(text);
  const result = new Uint32Array(sketchWords);
  result[0] = grams.length;
  result[1] = Math.min(grams.length, sampleSize);
  const lowest = new Uint32Array(bandCount * rowsPerBand).fill(0xffffffff);
  for (const hash of grams)
    for (let i = 0; i < lowest.length; i++) {
      const value = (Math.imul(hash, factors[i]!) + offsets[i]!) >>> 0;
      if (value < lowest[i]!) lowest[i] = value;
    }
  for (let band = 0; band < bandCount; band++) {
    let key = 0;
    for (let row = 0; row < rowsPerBand; row++) key = mix(key ^ lowest[band * rowsPerBand + row]!) + row;
    result[firstBand + band] = key;
  }
  result.set(grams.subarray(0, sampleSize), firstSample);
  return result;
}

/** The article's prose for `sketch`: its text without what the clean stage marked. */
export function proseOf({ article, layers }: AnyDocument): string {
  let prose = "";
  let position = 0;
  for (const { start, end } of layers.noise ?? []) {
    prose += article.text.slice(position, Math.max(position, start));
    position = Math.max(position, end);
  }
  return prose + article.text.slice(position);
}

/** Hashes of the different word 5-grams, ascending; one for a text of fewer words. */
function gramHashes(text: string): Uint32Array {
  const words: number[] = [];
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    let hash = 0x811c9dc5; // FNV-1a
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    words.push(mix(hash));
  }
  const hashes = new Set<number>();
  for (let start = 0; start < Math.max(words.length - gram + 1, Math.min(1, words.length)); start++) {
    let hash = 0;
    for (const word of words.slice(start, start + gram)) hash = mix(Math.imul(hash, 31) + word);
    hashes.add(hash);
  }
  return Uint32Array.from(hashes).sort();
}

export function bandKey(of: Sketch, band: number): number {
  return of[firstBand + band]!;
}

/**
 * Containment: the share of the 5-grams of the shorter text that the longer one has too, 0 to 1. Exact for texts of up
 * to 94 different 5-grams; beyond, estimated on the hashes below the lower of the two samples' ends.
 */
export function containment(a: Sketch, b: Sketch): number {
  const limit = Math.min(sampleEnd(a), sampleEnd(b));
  let i = firstSample;
  let j = firstSample;
  let common = 0;
  const [endA, endB] = [firstSample + a[1]!, firstSample + b[1]!];
  while (i < endA && j < endB && a[i]! <= limit && b[j]! <= limit)
    if (a[i] === b[j]) {
      common++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  while (i < endA && a[i]! <= limit) i++;
  while (j < endB && b[j]! <= limit) j++;
  const smaller = Math.min(i, j) - firstSample;
  return smaller === 0 ? 0 : common / smaller;
}

/** The largest hash up to which the sample has all of the text's. */
function sampleEnd(of: Sketch): number {
  return of[0]! <= sampleSize ? 0xffffffff : of[sketchWords - 1]!;
}
