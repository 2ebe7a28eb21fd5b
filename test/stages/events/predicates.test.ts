import { expect, test } from "vitest";
import { loadResource } from "../../../src/core/resource.ts";
import { clauseOf } from "../../../src/language/en/clause.ts";
import { modifiers } from "../../../src/language/en/modifiers.ts";
import { findPredicates, predicates } from "../../../src/language/en/predicates.ts";
import { rolesOf } from "../../../src/language/en/roles.ts";
import { read } from "../stance/read.ts";

const lexicon = loadResource(predicates);
const words = loadResource(modifiers);
const rows = [lexicon.verb, lexicon.noun, lexicon.adjective].flatMap((part) => [...part.values()].flat());

/** What the example reads as: lemma, part of speech and frame, with who does it to whom. */
function readings(example: string): string[] {
  const { layers } = read(example, ["Arland", "Borland"]);
  const { sentences = [], tokens = [], mentions = [] } = layers;
  return sentences.flatMap((sentence) => {
    const clause = clauseOf(sentence, tokens, undefined, mentions, 0);
    return findPredicates(lexicon, tokens, clause.first, clause.last).flatMap((hit) => {
      const roles = rolesOf(clause, hit, words);
      if (roles === undefined) return [];
      const names = (side: readonly number[]): string => side.map((index) => mentions[index]!.text).join("&");
      const { lemma, pos, frame } = roles.predicate;
      return [`${lemma} (${pos}, ${frame}): ${names(roles.sources)} > ${names(roles.targets)}`];
    });
  });
}

test("every row is read in its own example, with source and target", () => {
  const missed = rows
    .map(({ lemma, pos, frame, example }) => ({
      row: `${lemma} (${pos}, ${frame}): Arland > Borland`,
      example,
      found: readings(example),
    }))
    .filter(({ row, found }) => !found.includes(row));
  expect(missed).toEqual([]);
});

test("an example with the names swapped is read the other way round", () => {
  for (const { lemma, pos, frame, example } of rows.filter((_, index) => index % 25 === 0)) {
    const swapped = example.replaceAll(/Arland|Borland/g, (name) =>
      name === "Arland" ? "Borland" : "Arland",
    );
    expect(readings(swapped), swapped).toContain(`${lemma} (${pos}, ${frame}): Borland > Arland`);
  }
});
