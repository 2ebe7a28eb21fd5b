import type { Figure, Mention } from "../../core/layers.ts";
import type { Issuers } from "./vocabulary.ts";

/*
 * Whose pesos, rupees or pounds: a name that several countries give their money is read as that of the country the
 * article speaks of most. Signs ("£", "$") keep their usual reading.
 */

/** The figures with the currency of the country told; `currencyInferred` stays true. */
export function issued(
  figures: readonly Figure[],
  mentions: readonly Mention[],
  issuers: Issuers,
): readonly Figure[] {
  const isOpen = ({ currencyInferred, currencyName, text }: Figure): boolean =>
    currencyName !== undefined && currencyInferred !== false && issuers.has(currencyName) && !sign.test(text);
  if (!figures.some(isOpen)) return figures;
  const times = new Map<string, number>();
  for (const { country } of mentions)
    if (country !== undefined) times.set(country, (times.get(country) ?? 0) + 1);
  return figures.map((figure) => {
    if (!isOpen(figure)) return figure;
    const told = issuers
      .get(figure.currencyName!)!
      .filter(({ country }) => times.has(country))
      .sort((a, b) => times.get(b.country)! - times.get(a.country)!);
    const [most, second] = told;
    if (most === undefined || (second !== undefined && times.get(second.country) === times.get(most.country)))
      return figure;
    return { ...figure, currency: most.currency, currencyInferred: true };
  });
}

const sign = /[#\p{Sc}]/u;
