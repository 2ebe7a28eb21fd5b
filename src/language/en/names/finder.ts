import type { Name, NerType } from "../../../core/layers.ts";
import type { Span } from "../../../core/span.ts";
import type { NameTypes } from "./resources.ts";
import { nameTagger, type NameModel, type TaggedName } from "./tagger.ts";
import { typeReader } from "./types.ts";

/** A token as the name finder needs it. */
export interface NameToken extends Span {
  readonly text: string;
}

/** A sentence as a half-open range of tokens. */
export interface TokenRange {
  readonly firstToken: number;
  readonly lastToken: number;
}

/** Finds the names of a tokenized text; they begin and end with tokens, do not overlap and come in order. */
export type NameFinder = (
  text: string,
  tokens: readonly NameToken[],
  sentences: readonly TokenRange[],
) => Name[];

/** Builds a finder from the model and the lists that tell finer types. */
export function nameFinder(model: NameModel, types: NameTypes): NameFinder {
  const tag = nameTagger(model);
  const { typeOf, isGroup } = typeReader(types, model.gazetteer);
  return (text, tokens, sentences) => {
    const ranges = sentences.map(({ firstToken, lastToken }) => ({ first: firstToken, last: lastToken }));
    const tagged = tag(
      tokens.map((token) => token.text),
      ranges,
    );
    const names: Name[] = [];
    let next = 0;
    ranges.forEach(({ first, last }, sentence) => {
      const name = ({ first: from, last: to, type, confidence }: TaggedName): Name => {
        const words = tokens.slice(from, to).map((token) => token.text);
        const start = tokens[from]!.start;
        const end = tokens[to - 1]!.end;
        const group = words.length === 1 && isGroup(words[0]!);
        const entityType = group ? "group" : typeOf(words, type);
        const nerType: NerType = group ? "MISC" : entityType === "state" ? "LOC" : type;
        return {
          start, end, text: text.slice(start, end), sentence, entityType, nerType,
          confidence: Math.round(confidence * 1000) / 1000, ruleId: group ? "names/group" : "names/model",
        }; // prettier-ignore
      };
      for (let i = first; i < last; i++) {
        const model = tagged[next];
        if (model !== undefined && model.first === i) {
          names.push(name(model));
          i = model.last - 1;
          next++;
        } else if (startsUpper(tokens[i]!.text) && isGroup(tokens[i]!.text))
          names.push(name({ first: i, last: i + 1, type: "MISC", confidence: 0.9 }));
      }
    });
    return names;
  };
}

const startsUpper = (word: string): boolean => /^\p{Lu}/u.test(word);
