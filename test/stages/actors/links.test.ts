import { expect, test } from "vitest";
import { linksIn } from "./links.ts";

test.each([
  ["Moscow rejected the offer.", ["Moscow=rus.gov"]],
  ["The delegates met in Moscow.", ["Moscow=-"]],
  ["Relations between Baku and Moscow worsened.", ["Baku=aze.gov", "Moscow=rus.gov"]],
  ["She visited Ankara and Baku.", ["Ankara=-", "Baku=-"]],
  ["Azerbaijani authorities raided the office.", ["Azerbaijani authorities=aze.gov"]],
  ["Russian forces crossed the border.", ["Russian forces=rus.mil"]],
])("%s", (text, links) => {
  const found = linksIn(text);
  for (const link of links) expect(found).toContain(link);
});
