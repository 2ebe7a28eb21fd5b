import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../../src/core/pipeline.ts";
import { stages } from "../../../src/stages/index.ts";
import { linksIn, mentionsIn } from "./links.ts";

type Case = readonly [text: string, links: readonly string[], published?: string];

/** Text, what must be among its links (`!` before what must not), day of publication. */
function table(cases: readonly Case[]): void {
  for (const [text, links, published] of cases)
    test(text, () => {
      const found = linksIn(text, published);
      for (const link of links) {
        if (link.startsWith("!")) expect(found).not.toContain(link.slice(1));
        else expect(found).toContain(link);
      }
    });
}

describe("names", () => {
  table([
    ["NATO and the U.N. agreed.", ["NATO=igo.nato", "U.N.=igo.un"]],
    ["They gave it to us.", ["!us=usa"]],
    ["Türkiye and Turkiye are one.", ["Türkiye=tur", "Turkiye=tur"]],
    ["Sputnik Armenia was closed, and so was Rossotrudnichestvo.", ["Sputnik Armenia=rus.media.sputnik"]],
    ["Critics say Paris Hilton, the heiress, smiled.", ["!Paris=fra.gov"]],
    ["Reporters saw Michael Jordan in the crowd.", ["!Jordan=jor"]],
    ["Jordan closed its airspace over Amman.", ["Jordan=jor"]],
    ["Voters in Georgia chose between Ossoff and his rival in Atlanta.", ["Georgia=-", "!Georgia=geo"]],
    ["Georgia recalled its envoy, and Tbilisi would say no more.", ["Georgia=geo", "Tbilisi=geo.gov"]],
    ["The Labour Party won in Britain.", ["Labour Party=gbr.pty.labour"]],
    ["The Labour Party won.", ["!Labour Party=gbr.pty.labour"]],
  ]);
});

describe("what is no actor, or another kind of one, than the recogniser took it for", () => {
  table([
    ["They collided at Thomas Shoal.", ["!Thomas Shoal=x.person.thomas_shoal"]],
    ["Thomas Schall resigned.", ["Thomas Schall=x.person.thomas_schall"]],
    ["Kyiv fired HIMARS. HIMARS changed the war.", ["!HIMARS=x.org.himars"]],
    ["Senators debated the Patriot Act.", ["!Patriot Act=x.org.patriot_act"]],
    ["Justice William Rehnquist dissented.", ["William Rehnquist=x.person.william_rehnquist"]],
    ["The Georgian Interior Ministry denied it.", ["The Georgian Interior Ministry=geo.gov"]],
    ["Iranian Parliament voted on Monday.", ["Iranian Parliament=irn.leg"]],
    ["Parliament approved the bill.", ["!Parliament=x.org.parliament"]],
    ["The U.S. Supreme Court agreed.", ["The U.S. Supreme Court=usa.jud"]],
    ["The Khyber Transport Route (KTR) opened. KTR grew.", ["!KTR=x.org.ktr"]],
    ["The Knesset met.", ["Knesset=isr.leg"]],
    ["The Ukraine-Russia conflict goes on.", ["Ukraine=ukr", "Russia=rus"]],
    ["Tel-Aviv accused Guinea-Bissau.", ["Tel-Aviv=isr.gov", "Guinea-Bissau=gnb"]],
    ["Norton Co. said Norton would sell a unit.", ["Norton Co.=x.org.norton", "Norton=x.org.norton"]],
    ["Norton Co. hired Ann Norton. Norton smiled.", ["Norton=x.person.ann_norton"]],
    ["Yesterday KAMALA HARRIS spoke.", ["KAMALA HARRIS=person.kamala_harris"]],
    ["The National Congress met.", ["!The National=are.media.the_national"]],
    ["The National reported it.", ["The National=are.media.the_national"]],
    ["Thank you, Madam Speaker.", ["!Madam Speaker=x.person.madam_speaker"]],
    ["United States Navy ships sailed.", ["United States Navy ships=usa.mil"]],
    ["Kosovo would give its Serbs mayors.", ["!Serbs=srb"]],
    ["The Serbs left the talks.", ["Serbs=srb"]],
  ]);
});

describe("nationals: a plural noun that acts takes its demonym in", () => {
  table([
    ["Norwegian climbers rescued a family.", ["Norwegian climbers=nor", "!Norwegian=nor"]],
    ["She scolded Danish bakers who raised prices.", ["Danish bakers=dnk"]],
    ["He was fond of Danish pastries.", ["!Danish pastries=dnk"]],
  ]);
});

describe("capitals: government where it acts or is acted upon, place otherwise", () => {
  table([
    ["Washington said it would respond.", ["Washington=usa.gov"]],
    ["The envoys met in Washington.", ["Washington=-"]],
    ["Sanctions against Moscow were extended.", ["Moscow=rus.gov"]],
    ["Protesters marched through Moscow.", ["Moscow=-"]],
    ["Moscow's demands were refused.", ["Moscow=rus.gov"]],
    ["Moscow's streets were empty.", ["Moscow=-"]],
    ["The minister accused Ankara of bad faith.", ["Ankara=tur.gov"]],
    ["The minister visited Ankara.", ["Ankara=-"]],
    ["The Kremlin denied it.", ["Kremlin=rus.gov"]],
    ["The leaders dined at the White House.", ["!White House=usa.gov"]],
    ["Protests in Paris angered Washington.", ["Paris=-", "Washington=usa.gov"]],
    ["Kyiv was shelled overnight.", ["!Kyiv=ukr.gov"]],
    ["The army shelled Kyiv.", ["Kyiv=-"]],
    ["The decision was taken by London.", ["London=gbr.gov"]],
    ["The bank was listed on the Tokyo and London exchanges.", ["!Tokyo=jpn.gov", "!London=gbr.gov"]],
    ["Shares fell on London's stock exchange.", ["London=-"]],
    ["She left for Beijing on Sunday.", ["Beijing=-"]],
    ["Ties with Beijing cooled.", ["Beijing=chn.gov"]],
    [
      "Protesters marched in Kuwait City, and Guatemala City rejected it.",
      ["Kuwait City=-", "Guatemala City=gtm.gov"],
    ],
    ["He shuttled between Cairo and Doha.", ["Cairo=-", "Doha=-"]],
    ["Relations between Cairo and Doha improved.", ["Cairo=egy.gov", "Doha=qat.gov"]],
    ["Thousands gathered in the capital Abuja.", ["Abuja=-"]],
    ["In November Vilnius let Taiwan open an office.", ["Vilnius=ltu.gov"]],
    ["The minister replied from Baghdad.", ["!Baghdad=irq.gov"]],
    ["The envoy was summoned in Baku and Moscow was asked for an answer.", ["Baku=-", "Moscow=rus.gov"]],
  ]);
});

describe("agents: demonym and noun", () => {
  table([
    ["Iranian lawmakers passed the bill.", ["Iranian lawmakers=irn.leg"]],
    ["Iran's army denied it.", ["army=irn.mil"]],
    ["The government of Chad fell.", ["The government=tcd.gov"]],
    ["US troops left the base.", ["US troops=usa.mil"]],
    ["Pro-Russian separatists fired first.", ["!Russian separatists=rus.reb"]],
    ["Several ethnic Albanians were detained.", ["Albanians=-", "!Albanians=alb"]],
    ["The Russian novel was praised.", ["Russian=rus"]],
    ["Chinese ships rammed the boat.", ["Chinese ships=chn.mil"]],
    ["Kosovo would grant its Serbs self-government.", ["!Serbs self-government=srb.gov"]],
    ["The foreign ministers of Egypt and Jordan met.", ["The foreign ministers=-"]],
    ["Foreign Ministry spokeswoman Maria Zakharova spoke.", ["!Foreign Ministry=x.org.foreign_ministry"]],
    ["Opponents of Rwanda's Senate protested.", ["Senate=rwa.leg"]],
    ["Qatar expelled leaders of Egypt's Muslim Brotherhood.", ["!leaders=egy.gov"]],
    ["They accepted a European plan.", ["!European=x.org.european"]],
  ]);
});

describe("offices: who held it on the day", () => {
  table([
    ["The Russian president spoke.", ["The Russian president=person.vladimir_putin"], "2003-05-01"],
    ["The Russian president spoke.", ["The Russian president=person.dmitry_medvedev"], "2010-05-01"],
    [
      "The British prime minister resigned.",
      ["The British prime minister=person.boris_johnson"],
      "2022-07-08",
    ],
    [
      "Uhuru Kenyatta flew home. The former president of Kenya was tired.",
      ["The former president=person.uhuru_kenyatta"],
      "2022-11-12",
    ],
    ["The former president of Kenya was tired.", ["!The former president=person.william_ruto"], "2022-11-12"],
    [
      "Alexander Lukashenko laughed. The Belarusian leader had won.",
      ["The Belarusian leader=person.alexander_lukashenko"],
      "2024-03-01",
    ],
    ["U.S. Secretary of State Antony Blinken left.", ["!U.S. Secretary=usa.gov"], "2023-04-16"],
    ["The Prime Minister resigned.", ["!The Prime Minister=person.boris_johnson"], "2022-07-08"],
    ["President Bush spoke in Texas.", ["Bush=person.george_w_bush"], "2004-03-01"],
    ["President Aliyev spoke in Baku.", ["Aliyev=person.ilham_aliyev"], "2023-01-01"],
    ["President Aliyev spoke in Baku.", ["Aliyev=person.heydar_aliyev"], "1999-01-01"],
  ]);
});

describe("short, misspelt and discovered names", () => {
  table([
    ["Ilham Aliyev arrived. Later Aliyev spoke.", ["Aliyev=person.ilham_aliyev"]],
    ["Merz spoke first. Then Friedrich Merz left Berlin.", ["Merz=person.friedrich_merz"]],
    [
      "President Ilham Aliyev came to Baku. President Ilyam Aliyef spoke.",
      ["Ilyam Aliyef=person.ilham_aliyev"],
    ],
    ["The Levant Dialogue Forum (LDF) met. The LDF agreed.", ["LDF=x.org.levant_dialogue_forum"]],
  ]);
});

describe("references: resolved, or left open", () => {
  table([
    ["Armenia and Azerbaijan met. Both countries agreed.", ["Both countries=arm+aze"]],
    ["Armenia and Azerbaijan met. The former was content.", ["The former=arm"]],
    ["Armenia and Azerbaijan met. The latter was content.", ["The latter=aze"]],
    ["Armenia and Azerbaijan met. The former president was content.", ["!The former=arm"]],
    ["Norway left the talks. It accused nobody.", ["It=nor"]],
    ["Norway left the talks. It is clear that they failed.", ["!It=nor"]],
    ["Norway left the talks. It will lead to delays.", ["!It=nor"]],
    ["Emmanuel Macron came to Berlin. He thanked Friedrich Merz.", ["He=person.emmanuel_macron"]],
    ["Angela Merkel met Emmanuel Macron. She left early.", ["She=person.angela_merkel"]],
    ["ECOWAS met on Friday. The bloc lifted its sanctions.", ["The bloc=igo.ecowas", "its=igo.ecowas"]],
    ["Sudan's army advanced on Sunday. Residents fled. The army denied it.", ["The army=sdn.mil"]],
    ["The countries agreed.", ["!The countries=arm+aze"]],
    ["Chad, Mali and Niger met. The three countries agreed.", ["The three countries=mli+ner+tcd"]],
    ["Chad, Mali and Niger met. The two countries agreed.", ["!The two countries=mli+ner"]],
    ["Mali and Niger met. The general thanked both.", ["both=mli+ner"]],
    ["Mali and Niger could both be right.", ["!both=mli+ner"]],
    ["Norway sold Denmark a ship. The latter paid late.", ["The latter=dnk"]],
    ["Norway sold Denmark and Sweden a ship. The former paid late.", ["!The former=nor"]],
    ["Norway left the talks. It was over, as the envoy put it.", ["!it=nor"]],
    [
      "Denmark voted. The prime minister resigned.",
      ["The prime minister=person.mette_frederiksen"],
      "2023-03-01",
    ],
    ["Norway has isolated itself.", ["itself=nor"]],
    ["Itself, the plan was sound.", ["!Itself=nor"]],
    ["Mary Smith met John Brown in Oslo. She left early.", ["She=x.person.mary_smith"]],
    ["Mrs Adeyemi-Cole met Mr Tanaka in Oslo. He left early.", ["!He=x.person.adeyemi_cole"]],
    ["Turkey keeps troops in Cyprus and refuses to recognize the republic.", ["!the republic=tur"]],
    [
      "Antony Blinken came to Oslo. The minister left early.",
      ["The minister=person.antony_blinken"],
      "2023-04-16",
    ],
    ["The EU and Serbia met. The alliance gained a member.", ["!The alliance=eu"]],
    ["NATO and Serbia met. The alliance gained a member.", ["The alliance=igo.nato"]],
    [
      "Vietnam watched. President Macron met Angela Merkel in Italy. Washington paid. Both capitals knew.",
      ["!Both capitals=usa+vnm"],
    ],
    ["Hamas fired first. The militants withdrew.", ["The militants=org.hamas"]],
    ["Egypt left the talks. The militants withdrew.", ["!The militants=egy"]],
    ["Burhan said he would fight.", ["he=person.abdel_fattah_al_burhan"], "2023-04-16"],
    ["Ankara blocked Sweden, accusing it of bad faith.", ["it=swe"]],
    ["The United Nations warned the whole world.", ["!the whole world=igo.un"]],
    ["President Emmanuel Macron raised its budget.", ["!its=fra"]],
  ]);
});

describe("I and we in quotation marks: the speaker, or whom the speaker serves", () => {
  table([
    ['"I am tired," said Nadia Ferrand.', ["I=x.person.nadia_ferrand"]],
    ['"We are all tired," said Nadia Ferrand.', ["!We=x.person.nadia_ferrand"]],
    ['Chancellor Friedrich Merz said: "I told our friends."', ["I=person.friedrich_merz", "our=deu"]],
    ['"We condemn the attack," said NATO. "Let us be clear."', ["We=igo.nato", "us=igo.nato"]],
    ['Iranian officials said "we will never yield".', ["we=irn.gov"]],
    ['"I never met Putin," the guest said.', ["!I=person.vladimir_putin"]],
    ['"I did," Vladimir Putin replied.', ["I=person.vladimir_putin"]],
    ['"The US would help us," Emmanuel Macron said.', ["US=usa", "us=fra"]],
    ["I believe we must act, Emmanuel Macron or not.", ["!I=person.emmanuel_macron", "!we=fra"]],
    ["Emmanuel Macron said I was wrong.", ["!I=person.emmanuel_macron"]],
    ['"I will go," Emmanuel Macron said.\nThe crowd sang: "We shall overcome."', ["!We=fra"]],
    ['"I will go," Emmanuel Macron said. Then the crowd sang. "We shall overcome."', ["!We=fra"]],
  ]);
});

test("speakers are found without a parse as well", () => {
  const pipeline = compile({ stages: ["clean", "segment", "entities", "actors"] }, stages);
  const { document, problems } = pipeline.analyze({
    id: "t", sourceFile: "t", text: '"I am tired," said Angela Merkel. "I did," the guest said. "So did I," Emmanuel Macron replied.',
  }); // prettier-ignore
  expect(problems).toEqual([]);
  const spoken = document.layers.mentions!.filter(({ linkMethod }) => linkMethod === "speaker");
  expect(spoken.map(({ actorId }) => actorId)).toEqual(["person.angela_merkel", "person.emmanuel_macron"]);
});

const words = fc.constantFrom(
  "Moscow", "Baku", "Azerbaijani", "authorities", "the", "president", "it", "both", "sides", "former", "and", "(", ")",
  "President", "Aliyev", "U.S.", "'s", "said", "in", "between", ",", ".", "NATO", "Élysée", "🇦🇿", "they", "two",
); // prettier-ignore

test("mentions are pieces of the text in order, and the same each time", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ unit: "binary", maxLength: 5 }))), (parts) => {
      const text = parts.join(" ");
      const mentions = mentionsIn(text);
      let end = 0;
      for (const mention of mentions) {
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(text.slice(mention.start, mention.end)).toBe(mention.text);
        end = mention.end;
      }
      expect(mentionsIn(text)).toEqual(mentions);
    }),
    { numRuns: 150 },
  );
});
