import { mix } from "../../model/hash.ts";
import { outside, type Word } from "../words.ts";

/** The kinds of steps. */
export const shift = 0;
export const reduce = 1;
export const left = 2;
export const right = 3;

/**
 * The state of an arc-eager parse: a stack of words begun, the first word of the buffer, the arcs made so far. Every
 * list has two more places than words: `root` (after the last word) and `none` (for "there is no such word"), so
 * that features are read without asking whether a word is there. One state serves all sentences, one after another.
 */
export class ParserState {
  /** Number of words. */
  size = 0;
  /** Place that stands for a missing word. */
  none = 1;
  /** First word of the buffer. */
  next = 0;
  /** Words on the stack, the top at `depth - 1`. */
  stack = new Int32Array(0);
  depth = 0;

  lower = new Int32Array(0);
  suffix = new Int32Array(0);
  tag = new Int32Array(0);
  upos = new Int32Array(0);

  /** Governor of each word; -1 while it has none. */
  head = new Int32Array(0);
  /** Number of its relation; -1 while it has none. */
  relation = new Int32Array(0);
  /** Outermost and next to outermost dependents on either side. */
  left = new Int32Array(0);
  left2 = new Int32Array(0);
  right = new Int32Array(0);
  right2 = new Int32Array(0);
  /** How many dependents on either side, and a sum that stands for the set of their relations. */
  leftCount = new Int32Array(0);
  rightCount = new Int32Array(0);
  leftSet = new Int32Array(0);
  rightSet = new Int32Array(0);

  /** Number of steps taken. */
  steps = 0;
  /** What it takes to undo each step: its kind, the word it took from the stack, the dependent it pushed out of sight. */
  private kind = new Uint8Array(0);
  private taken = new Int32Array(0);
  private hidden = new Int32Array(0);

  /** Begins a sentence. `tags` and `upos` are numbers of the tagger's tags and of their universal parts. */
  start(words: readonly Word[], tags: ArrayLike<number>, upos: ArrayLike<number>): void {
    const size = words.length;
    if (this.stack.length < size + 2) this.grow(size + 2);
    this.size = size;
    this.none = size + 1;
    this.next = 0;
    this.depth = 0;
    this.steps = 0;
    for (let i = 0; i < size; i++) {
      this.lower[i] = words[i]!.lower;
      this.suffix[i] = words[i]!.suffix3;
      this.tag[i] = tags[i]!;
      this.upos[i] = upos[i]!;
    }
    for (let i = size; i < size + 2; i++) {
      this.lower[i] = outside.lower + i - size;
      this.suffix[i] = outside.suffix3 + i - size;
      this.tag[i] = this.upos[i] = 250 + i - size;
    }
    this.head.fill(-1, 0, size + 2);
    this.relation.fill(-1, 0, size + 2);
    for (const list of [this.left, this.left2, this.right, this.right2]) list.fill(this.none, 0, size + 2);
    for (const list of [this.leftCount, this.rightCount, this.leftSet, this.rightSet])
      list.fill(0, 0, size + 2);
  }

  get top(): number {
    return this.depth > 0 ? this.stack[this.depth - 1]! : this.none;
  }

  get done(): boolean {
    return this.next >= this.size;
  }

  shift(): void {
    this.kind[this.steps++] = shift;
    this.stack[this.depth++] = this.next++;
  }

  reduce(): void {
    this.taken[this.steps] = this.top;
    this.kind[this.steps++] = reduce;
    this.depth--;
  }

  /** The top of the stack becomes a dependent of the next word and leaves. */
  attachLeft(relation: number): void {
    const child = this.stack[--this.depth]!;
    const parent = this.next;
    this.taken[this.steps] = child;
    this.hidden[this.steps] = this.left2[parent]!;
    this.kind[this.steps++] = left;
    this.head[child] = parent;
    this.relation[child] = relation;
    this.left2[parent] = this.left[parent]!;
    this.left[parent] = child;
    this.leftCount[parent]!++;
    this.leftSet[parent]! += mix(1, relation);
  }

  /** The next word becomes a dependent of the top of the stack and is put on it. */
  attachRight(relation: number): void {
    const child = this.next;
    const parent = this.top;
    this.hidden[this.steps] = this.right2[parent]!;
    this.kind[this.steps++] = right;
    this.head[child] = parent;
    this.relation[child] = relation;
    this.right2[parent] = this.right[parent]!;
    this.right[parent] = child;
    this.rightCount[parent]!++;
    this.rightSet[parent]! += mix(1, relation);
    this.stack[this.depth++] = this.next++;
  }

  /** Takes the last step back. */
  undo(): void {
    const step = --this.steps;
    const kind = this.kind[step]!;
    if (kind === shift || kind === right) {
      this.next--;
      this.depth--;
    } else this.stack[this.depth++] = this.taken[step]!;
    if (kind === left) {
      const parent = this.next;
      this.leftSet[parent]! -= this.release(this.taken[step]!);
      this.leftCount[parent]!--;
      this.left[parent] = this.left2[parent]!;
      this.left2[parent] = this.hidden[step]!;
    } else if (kind === right) {
      const parent = this.top;
      this.rightSet[parent]! -= this.release(this.next);
      this.rightCount[parent]!--;
      this.right[parent] = this.right2[parent]!;
      this.right2[parent] = this.hidden[step]!;
    }
  }

  /** Takes the governor from a word; returns what its relation is worth in the sum of its siblings. */
  private release(child: number): number {
    const worth = mix(1, this.relation[child]!);
    this.head[child] = this.relation[child] = -1;
    return worth;
  }

  private grow(size: number): void {
    const room = 2 * size;
    this.stack = new Int32Array(room);
    this.kind = new Uint8Array(2 * room); // A word comes in and goes out: two steps.
    this.taken = new Int32Array(2 * room);
    this.hidden = new Int32Array(2 * room);
    this.lower = new Int32Array(room);
    this.suffix = new Int32Array(room);
    this.tag = new Int32Array(room);
    this.upos = new Int32Array(room);
    this.head = new Int32Array(room);
    this.relation = new Int32Array(room);
    this.left = new Int32Array(room);
    this.left2 = new Int32Array(room);
    this.right = new Int32Array(room);
    this.right2 = new Int32Array(room);
    this.leftCount = new Int32Array(room);
    this.rightCount = new Int32Array(room);
    this.leftSet = new Int32Array(room);
    this.rightSet = new Int32Array(room);
  }
}
