/** Numbers the records that repeat an earlier one word for word, so that each keeps an id of its own. */
export class SeenIds {
  readonly #count = new Map<number, number>();

  /** How often the key was seen before. */
  add(key: string): number {
    const short = Number.parseInt(key.slice(0, 13), 16);
    const before = this.#count.get(short) ?? 0;
    this.#count.set(short, before + 1);
    return before;
  }
}
