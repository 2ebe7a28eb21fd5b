import type { Scene } from "./draft.ts";
import type { Quantity } from "./quantity.ts";

/**
 * Two numbers that are the ends of one: "5 to 7 per cent", "$3 billion to $5 billion", "between 10 and 20", "5-7 km",
 * "above 1000 and below 1500". A unit, currency or magnitude said once holds for both.
 */
export function joinRanges(scene: Scene, quantities: readonly Quantity[]): Quantity[] {
  const joined: Quantity[] = [];
  for (const quantity of quantities) {
    const before = suspended(scene, joined.at(-1), quantity);
    if (before !== undefined) joined[joined.length - 1] = before;
    const range = before === undefined ? undefined : rangeOf(scene, before, quantity);
    if (range === undefined) joined.push(quantity);
    else joined[joined.length - 1] = range;
  }
  return joined;
}

/** "a 7- or 8-inch screen": the first number takes the unit of the second. */
function suspended({ words, lexemes }: Scene, a: Quantity | undefined, b: Quantity): Quantity | undefined {
  if (a === undefined || a.unit !== undefined || b.unit === undefined || a.currency !== undefined) return a;
  const [hyphen, link] = [words[a.last], words[a.last + 1]];
  const isSuspended =
    hyphen === "-" && lexemes[a.last]!.glued && (link === "or" || link === "and" || link === "to");
  return isSuspended && b.first === a.last + 2 ? { ...a, unit: b.unit, dimension: b.dimension! } : a;
}

function rangeOf(scene: Scene, a: Quantity, b: Quantity): Quantity | undefined {
  const link = linkOf(scene, a, b);
  if (link === undefined || a.low !== a.high || b.low !== b.high || a.form === "ratio") return undefined;
  if ((a.form === "ordinal") !== (b.form === "ordinal")) return undefined;
  if (a.form === "fraction" || b.form === "fraction")
    return link === "and" ? { ...b, low: a.low, high: b.high, first: a.first } : undefined;
  if (a.currency !== undefined && b.currency !== undefined && a.currency.code !== b.currency.code)
    return undefined;
  if (a.currency !== undefined && b.currency === undefined && b.unit !== undefined) return undefined;
  if (b.currency !== undefined && a.currency === undefined && a.unit !== undefined) return undefined;
  if (a.unit !== undefined && b.unit !== undefined && a.unit !== b.unit) return undefined;
  // "rose from 40 to 5%" and "27-year" are no ranges.
  if (a.unit !== undefined && b.unit === undefined && link === "hyphen") return undefined;
  const isBare = b.unit === undefined && b.currency === undefined;
  if (link === "to" && isBare && (a.unit !== undefined || a.currency !== undefined)) {
    // "208 pounds to 193" is a range; "fell 0.4 per cent to 13176" is a change and a level.
    const isNear = a.low / b.low < 5 && b.low / a.low < 5;
    if (a.unit === "%" || !isNear) return undefined;
  }
  const money = a.currency ?? b.currency;
  const unit = a.unit ?? b.unit;
  // "in 2019 to 5%": the first number of a loose pair without a unit of its own needs "from", "between" or a hyphen.
  const open = opener(scene, a);
  if (link === "or" && (b.unit === undefined || a.low >= b.low)) return undefined;
  if (
    link === "to" &&
    a.unit === undefined &&
    a.currency === undefined &&
    (b.unit ?? b.currency) === undefined &&
    !open &&
    a.low >= b.low
  )
    return undefined;
  if (link === "hyphen" && a.low > b.low && a.low > 0) return undefined;
  let low = a.low;
  const mantissa = b.low / b.scale;
  if (!a.scaled && b.scaled && a.low < 1000 && b.scale > 1 && a.low <= mantissa * 1.0001)
    low = Number((a.low * b.scale).toPrecision(15));
  if (link === "or" && low >= b.low) return undefined;
  return {
    ...b, low: Math.min(low, b.low), high: Math.max(low, b.low), first: a.first, numberFirst: a.numberFirst, scaled: a.scaled || b.scaled,
    ...(money === undefined ? {} : { currency: money }),
    ...(unit === undefined ? {} : { unit, dimension: (a.unit === undefined ? b.dimension : a.dimension)! }),
    ...(a.per === undefined && b.per === undefined ? {} : { per: (b.per ?? a.per)! }),
  }; // prettier-ignore
}

type Link = "to" | "hyphen" | "and" | "or";

/** What stands between the two, when it can make them a range. */
function linkOf(scene: Scene, a: Quantity, b: Quantity): Link | undefined {
  const { lexemes, words } = scene;
  const from = a.last;
  const gap = b.first - from;
  if (gap < 1 || gap > 6) return undefined;
  const between = words.slice(from, b.first);
  const [link] = between;
  if (gap === 1 && link === "to") return "to";
  if (gap === 2 && link === "up" && between[1] === "to" && a.unit !== undefined && a.unit === b.unit)
    return "to";
  if (gap === 3 && link === "-" && between[1] === "to" && between[2] === "-") return "to";
  if (gap === 1 && link === "-") {
    const dash = lexemes[from]!;
    if (words[a.first - 1] === "-" && lexemes[a.first]!.glued) return undefined; // three-nought-four
    const tight = dash.glued === lexemes[b.first]!.glued;
    return (tight || lexemes[b.first]!.glued) && dash.text !== "—" ? "hyphen" : undefined;
  }
  if (gap === 2 && link === "-" && (between[1] === "~" || between[1] === "-")) return "hyphen";
  if (gap === 1 && link === "/" && a.currency !== undefined && b.currency !== undefined) return "hyphen";
  if (gap === 1 && link === "or") return "or";
  if (link === "and" || link === "but" || link === "to") {
    const hedge = between.slice(1, between.length > 2 && between.at(-1) === "the" ? -1 : undefined).join(" ");
    const comparator = scene.vocabulary.hedges.before.get(hedge);
    if (gap === 1 || comparator === "approx" || hedge === "the") return opener(scene, a) ? "and" : undefined;
    const bound = hedgeBefore(scene, words[a.first - 1] === "the" ? a.first - 1 : a.first);
    const isPair = (bound === "gt" || bound === "ge") && (comparator === "lt" || comparator === "le");
    return link !== "to" && isPair ? "and" : undefined;
  }
  return undefined;
}

/** "between" or "from" before the first number, with at most a hedge or "the" in between. */
function opener({ words, vocabulary }: Scene, { first }: Quantity): boolean {
  for (let at = first - 1; at >= 0 && at >= first - 3; at--) {
    const word = words[at]!;
    if (vocabulary.contextWords.range_opener.has(word)) return true;
    if (word !== "the" && word !== "about" && vocabulary.hedges.before.get(word) !== "approx") return false;
  }
  return false;
}

function hedgeBefore({ words, vocabulary }: Scene, first: number): string | undefined {
  for (let length = 6; length > 0; length--) {
    const found =
      first - length < 0
        ? undefined
        : vocabulary.hedges.before.get(words.slice(first - length, first).join(" "));
    if (found !== undefined) return found;
  }
  return undefined;
}
