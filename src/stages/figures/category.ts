import { isCapitalized, isWord, type Scene } from "./draft.ts";
import type { Counted } from "./counted.ts";
import type { Category } from "./vocabulary.ts";

/** How far a verb may stand from the number, in lexemes. */
const reach = 8;

export interface CategoryCue {
  readonly category: Category;
  /** Lexeme of the word that says so. */
  readonly cue: number;
}

/**
 * What happened to what is counted, or what it is: the counted noun's own word, a verb right after it ("7 were
 * arrested"), a verb before it ("killed 38 citizens"), a noun before it ("death toll rose to 40"), or after a sum ("$2 billion of
 * aid"). The nearest wins and none reaches over the end of a clause.
 */
export function categoryOf(
  scene: Scene,
  first: number,
  last: number,
  counted: Counted | undefined,
  isMoney: boolean,
): CategoryCue | undefined {
  const { words, vocabulary } = scene;
  const { verbs, nouns } = vocabulary.categoryWords;
  const end = counted?.last ?? last;
  const fits = (category: Category | undefined): category is Category =>
    category !== undefined && (category === "cost") === isMoney;
  const people = counted === undefined || counted.class === "people" || counted.class === "animals";
  if (counted !== undefined)
    for (let at = counted.last - 1; at >= counted.first; at--) {
      const own = nouns.get(words[at]!) ?? (at === counted.last - 1 ? verbs.get(words[at]!) : undefined);
      const isPast = own === "killed" || own === "wounded" || own === "missing";
      if (fits(own) && (at === counted.last - 1 || own === "sanctions")) {
        const acted = isPast ? undefined : (verbAfter(scene, end, fits) ?? verbBefore(scene, first, fits));
        return acted ?? { category: own, cue: at };
      }
    }
  if (!isMoney && !people) return undefined;
  return (
    verbAfter(scene, end, fits) ??
    verbBefore(scene, first, fits) ??
    nounBefore(scene, first, fits) ??
    (isMoney ? nounAfter(scene, end, fits) : undefined)
  );
}

type Fits = (category: Category | undefined) => category is Category;

function verbAfter(scene: Scene, from: number, fits: Fits): CategoryCue | undefined {
  const { words, lexemes, vocabulary } = scene;
  for (let at = from; at < from + reach && at < lexemes.length; at++) {
    const category = vocabulary.categoryWords.verbs.get(words[at]!);
    if (fits(category)) return { category, cue: at };
    // "two brothers named Ali and Omar died": names are joined, not clauses.
    const joins =
      at > from && words[at] === "and" && !(isWord(lexemes[at + 1]) && isCapitalized(lexemes[at + 1]!));
    if (isClauseEnd(scene, at) || lexemes[at]!.kind === "number" || joins) return undefined;
  }
  return undefined;
}

function verbBefore(scene: Scene, first: number, fits: Fits): CategoryCue | undefined {
  const { words, lexemes, vocabulary } = scene;
  for (let at = first - 1; at >= 0 && at >= first - reach; at--) {
    const category = vocabulary.categoryWords.verbs.get(words[at]!);
    if (fits(category)) return { category, cue: at };
    if (isClauseEnd(scene, at) || lexemes[at]!.kind === "number") return undefined;
  }
  return undefined;
}

function nounBefore(scene: Scene, first: number, fits: Fits): CategoryCue | undefined {
  const { words, vocabulary } = scene;
  for (let at = first - 1; at >= 0 && at >= first - reach; at--) {
    const category = vocabulary.categoryWords.nouns.get(words[at]!);
    if (fits(category)) return { category, cue: at };
    if (isClauseEnd(scene, at)) return undefined;
  }
  return undefined;
}

/** "60 million pesos in damages", "$2 billion of aid". */
function nounAfter(scene: Scene, from: number, fits: Fits): CategoryCue | undefined {
  const { words, lexemes, vocabulary } = scene;
  for (let at = from; at < from + 3 && at < lexemes.length; at++) {
    const category = vocabulary.categoryWords.nouns.get(words[at]!);
    if (fits(category)) return { category, cue: at };
    if (isClauseEnd(scene, at)) return undefined;
  }
  return undefined;
}

function isClauseEnd({ lexemes }: Scene, at: number): boolean {
  const { kind, text } = lexemes[at]!;
  return kind === "break" || (kind === "mark" && /[.;:!?,()—]/.test(text));
}
