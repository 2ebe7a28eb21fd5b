import { createRequire } from "node:module";

/* The only file that runs compromise. */

interface Nlp {
  world(): {
    readonly methods: {
      readonly two: {
        readonly transform: {
          readonly noun: { readonly toSingular: (noun: string, model: object) => string };
        };
      };
    };
    readonly model: { readonly two: { readonly uncountable: Readonly<Record<string, unknown>> } };
  };
}

let toSingular: ((noun: string) => string) | undefined;

/**
 * The singular of an English plural noun in lower case, by compromise's rules and irregular forms; what has none
 * ("series") stays. It is taken for granted that the noun is a plural: "bus" would become "bu". Loaded (0.3 s, 7 MB) when a first noun is asked for.
 */
export function singular(noun: string): string {
  if (toSingular === undefined) {
    const nlp = createRequire(import.meta.url)("compromise/two") as Nlp;
    const { methods, model } = nlp.world();
    toSingular = (word) =>
      Object.hasOwn(model.two.uncountable, word) ? word : methods.two.transform.noun.toSingular(word, model);
  }
  return toSingular(noun);
}
