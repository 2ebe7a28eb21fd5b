import { expect, test } from "vitest";
import { readParsed } from "../stance/read.ts";

function quotesOf(text: string): string[] {
  const { quotes = [], mentions = [] } = readParsed(text, ["Arland", "Borland", "Ann Berg", "Carl Dorn", "She"]).layers;
  return quotes.map(({ type, speakerMention, speakerText, speakerMethod, verb, verbPolarity, text: said }) => {
    const speaker = speakerText ?? mentions[speakerMention ?? -1]?.text ?? "nobody";
    const method = speakerMethod === "explicit" ? "" : ` (${speakerMethod})`;
    const sign = verbPolarity > 0 ? "+" : verbPolarity < 0 ? "-" : "";
    return `${type} ${speaker}${method}, ${verb ?? "no verb"}${sign}: ${said}`;
  });
} // prettier-ignore

/** Text, then its quotations: who, by which verb and its sign, and what was said. */
const cases: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  "direct speech": [
    ["“The raid was a crime,” said Ann Berg.", "direct Ann Berg, said: The raid was a crime,"],
    ["“The raid was a crime,” Ann Berg said.", "direct Ann Berg, said: The raid was a crime,"],
    ['"The raid was a crime," Ann Berg said.', "direct Ann Berg, said: The raid was a crime,"],
    ["``The raid was a crime,'' Ann Berg said.", "direct Ann Berg, said: The raid was a crime,"],
    ["«The raid was a crime», said Ann Berg.", "direct Ann Berg, said: The raid was a crime"],
    ["Ann Berg said: “The raid was a crime.”", "direct Ann Berg, said: The raid was a crime."],
    [
      "“The raid,” Ann Berg told reporters in the capital, “was a crime.”",
      "direct Ann Berg, told: The raid,",
      "direct Ann Berg, told: was a crime.",
    ],
    [
      "“We will not leave,” said Prime Minister Ann Berg on Monday.",
      "direct Ann Berg, said: We will not leave,",
    ],
    ["“We will not leave,” she said.", "direct she, said: We will not leave,"],
    [
      "“We will not leave,” said a spokesman for Arland.",
      "direct a spokesman for Arland, said: We will not leave,",
    ],
    [
      "“We will not leave,” said doctors at the camp.",
      "direct doctors at the camp, said: We will not leave,",
    ],
    ["Ann Berg called the raid “a crime against us all”.", "direct Ann Berg, called: a crime against us all"],
    ["Ann Berg rejected the report as “absurd”.", "direct Ann Berg, rejected-: absurd"],
    ["Ann Berg praised the “brave” men of the village.", "direct Ann Berg, praised+: brave"],
    ["Carl Dorn was ill, and Ann Berg spoke of a “heavy” loss.", "direct Ann Berg, spoke: heavy"],
  ],
  "single marks": [
    ["‘The raid was a crime,’ said Ann Berg.", "direct Ann Berg, said: The raid was a crime,"],
    ["Ann Berg said: ‘The allies’ plan won’t work.’", "direct Ann Berg, said: The allies’ plan won’t work."],
    ["Ann Berg called the raid ‘a crime’ and left.", "direct Ann Berg, called: a crime"],
    ["‘He said “never” twice,’ said Ann Berg.", "direct Ann Berg, said: He said “never” twice,"],
    ["Ann Berg’s and Carl Dorn’s parties have left the states’ council."],
    ["The raids of the ‘90s and Ann Berg’s crimes are past."],
  ],
  "what is said, and what is not": [
    ["In May, Ann Berg said she would leave.", "indirect Ann Berg, said: she would leave"],
    ["Ann Berg may say she would leave."],
    [
      "If Borland leaves, Ann Berg said in June, that would be a crime.",
      "indirect Ann Berg, said: If Borland leaves, Ann Berg said in June, that would be a crime",
    ],
    ["Ann Berg said that would be a crime.", "indirect Ann Berg, said: that would be a crime"],
    ["Arland published a letter that it had received from Borland."],
  ],
  "marks: nested, unclosed, of inches": [
    [
      "“He told me ‘never again’ twice,” said Ann Berg.",
      "direct Ann Berg, said: He told me ‘never again’ twice,",
    ],
    [
      '"He told me "never again" twice," said Ann Berg.',
      'direct Ann Berg, said: He told me "never again" twice,',
    ],
    ["Ann Berg warned: “The raid was a crime", "direct Ann Berg, warned-: The raid was a crime"],
    ["The man is 6'2\" tall and lives in the capital."],
  ],
  "carried over": [
    [
      "“The raid was a crime,” said Ann Berg. “Nobody will forget it.”",
      "direct Ann Berg, said: The raid was a crime,",
      "direct Ann Berg (carried_over), no verb: Nobody will forget it.",
    ],
    [
      "“The raid was a crime,” said Ann Berg.\n\n“Nobody will forget it.”",
      "direct Ann Berg, said: The raid was a crime,",
      "direct Ann Berg (carried_over), no verb: Nobody will forget it.",
    ],
    [
      "Ann Berg said that the raid was a crime. “Nobody will forget it.”",
      "indirect Ann Berg, said: the raid was a crime",
      "direct Ann Berg (carried_over), no verb: Nobody will forget it.",
    ],
    [
      "“The raid was a crime,” said Ann Berg. The streets were empty.\n\nRain fell all day.\n\n“Nobody will forget it.”",
      "direct Ann Berg, said: The raid was a crime,",
      "direct nobody (none), no verb: Nobody will forget it.",
    ],
  ],
  "reported speech": [
    ["Ann Berg said that the raid was a crime.", "indirect Ann Berg, said: the raid was a crime"],
    ["Ann Berg said the raid was a crime.", "indirect Ann Berg, said: the raid was a crime"],
    ["The raid was a crime, Ann Berg said.", "indirect Ann Berg, said: The raid was a crime"],
    ["In return, Ann Berg said, the raid would end.", "indirect Ann Berg, said: the raid would end"],
    ["According to Ann Berg, the raid was a crime.", "indirect Ann Berg, According: the raid was a crime"],
    ["The raid was a crime, according to Ann Berg.", "indirect Ann Berg, according: The raid was a crime"],
    ["Ann Berg told Carl Dorn that the raid was a crime.", "indirect Ann Berg, told: the raid was a crime"],
    [
      "Ann Berg was quoted as saying that the raid was a crime.",
      "indirect Ann Berg, saying: the raid was a crime",
    ],
    [
      "Ann Berg asked whether the raid was a crime.",
      "indirect Ann Berg, asked: whether the raid was a crime",
    ],
    [
      "Ann Berg left the room, saying the raid was a crime.",
      "indirect Ann Berg, saying: the raid was a crime",
    ],
    [
      "Ann Berg condemned the raid and said that Arland would pay.",
      "indirect Ann Berg, said: Arland would pay",
    ],
    ["Arland said it had taken the town.", "indirect Arland, said: it had taken the town"],
    ["Officials said that the raid was a crime.", "indirect Officials, said: the raid was a crime"],
    [
      "The minister went on to say that the raid was a crime.",
      "indirect The minister, say: the raid was a crime",
    ],
    [
      "The raid killed three men in the north of Arland, doctors said.",
      "indirect doctors, said: The raid killed three men in the north of Arland",
    ],
    [
      "Ann Berg said that Carl Dorn had claimed that the raid was a crime.",
      "indirect Ann Berg, said: Carl Dorn had claimed that the raid was a crime",
    ],
    [
      "Ann Berg said that the raid was a crime, and Carl Dorn left the room.",
      "indirect Ann Berg, said: the raid was a crime",
    ],
    [
      "Ann Berg said that the raid was a crime; the streets were empty.",
      "indirect Ann Berg, said: the raid was a crime",
    ],
  ],
  mixed: [
    [
      "Ann Berg said that the “cowardly” raid on the village was a crime.",
      "mixed Ann Berg, said: the “cowardly” raid on the village was a crime",
    ],
    [
      "Arland said that its trust in the old treaty was now “broken”.",
      "mixed Arland, said: its trust in the old treaty was now “broken”",
    ],
  ],
  "the verb's attitude": [
    ["Ann Berg denied that the raid was a crime.", "indirect Ann Berg, denied-: the raid was a crime"],
    ["Ann Berg warned that the raid was a crime.", "indirect Ann Berg, warned-: the raid was a crime"],
    ["Ann Berg promised that the raid would end.", "indirect Ann Berg, promised+: the raid would end"],
    ["“A great day,” Ann Berg hailed the treaty.", "direct Ann Berg, hailed+: A great day,"],
  ],
  "no speech": [
    ["Arland wants to maintain ties that help its farmers."],
    ["Arland called a meeting that lasted all day."],
    ["Arland called for an end to the raid that killed three men."],
    ["Arland held talks that led nowhere."],
    ["The minister said nothing."],
    ["Borland watches and says little."],
    ["Ann Berg did not say that the raid was a crime."],
    ["Ann Berg could say that the raid was a crime."],
    ["Ann Berg refused to say whether the raid was a crime."],
    ["Nobody in Arland believes that the raid was a crime."],
    ["If Arland says that the raid was a crime, Borland will leave."],
    ["Arland does not do what it says."],
    ["Arland denied that and left the room."],
    ["I think that the raid was a crime."],
    ["Ann Berg saw the raid."],
    ["Arland welcomed anything that would end the war."],
    ["Arland and Borland agreed to calm down."],
    ["The “near abroad” doctrine is old."],
    ["The so-called “special military operation” went on."],
    ["Ann Berg wrote the novel “The Long Road Home” in a year."],
    ["Ann Berg said little of the film “The Last Train Home” last week."],
    ["She took her oath without saying “North”, and Arland protested at once."],
    ["The envoy handed over the papers in the capital, where Ann Berg welcomed him."],
  ],
};

for (const [name, rows] of Object.entries(cases))
  test.each(rows)(`${name}: %s`, (text, ...expected) => {
    expect(quotesOf(text)).toEqual(expected);
  });
