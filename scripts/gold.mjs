/**
 * Builds `corpus/gold/*.jsonl` and `corpus/sample/` from the articles marked up by hand in `corpus/gold/markup/`.
 * The markup is explained in `corpus/gold/README.md`. Run with `npm run gold`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const root = new URL("../corpus/", import.meta.url);
const markupFolder = new URL("gold/markup/", root);

const levels = { m: "metonym", n: "nominal", p: "pronoun", d: "demonym" };

/** Header lines `key: value` before a line of three dashes. */
function readHeader(source) {
  const [head, ...rest] = source.split(/^---$/m);
  const header = Object.fromEntries(
    head.trim().split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]),
  ); // prettier-ignore
  return { header, body: rest.join("---").trim() };
}

/** Takes the marks out of the text and keeps what they say, with offsets into the plain text. */
function readMarks(name, body) {
  const lines = body.split("\n");
  const linesOf = (sign) => lines.filter((line) => line.startsWith(`${sign} `));
  const marked = lines
    .filter((line) => !/^[@&!] /.test(line))
    .join("\n")
    .trim();
  const gold = { mentions: [], entities: [], dates: [], figures: [] };
  const text = readText(name, marked, (span, sort, spec) => {
    if (sort === "{") readMention(gold, span, spec);
    else if (spec.startsWith("#")) readFigure(gold, span, spec.slice(1));
    else readDate(gold, span, spec);
  });
  for (const figure of gold.figures) placeCounted(name, text, figure);
  return {
    text, ...gold,
    stances: linesOf("@").map((line) => readStance(name, text, line)),
    quotes: linesOf("&").map((line) => readQuote(name, text, line)),
    events: linesOf("!").map((line) => readEvent(name, text, line)),
  }; // prettier-ignore
}

/** A mark's words end at a bar; what it says of them runs to its closing sign, past a comparator. */
const specOf = { "{": /([^{}|]+)\}/y, "<": /([^<>|]*(?:>=|<=|>|<)?[^<>|]*)>/y };

/** The text without its marks, which may stand in one another; each is told with its span as it closes. */
function readText(name, marked, tell) {
  const open = [];
  let text = "";
  for (let at = 0; at < marked.length;) {
    const sign = marked[at];
    if (sign === "{" || sign === "<") {
      const isFigure = sign === "<" && marked[at + 1] === "#";
      open.push({ sort: sign, figure: isFigure ? "#" : "", start: text.length });
      at += isFigure ? 2 : 1;
    } else if (sign === "|") {
      const mark = open.pop();
      const spec = mark === undefined ? undefined : specOf[mark.sort];
      if (spec !== undefined) spec.lastIndex = at + 1;
      const match = spec?.exec(marked);
      if (!match) throw new Error(`${name}: cannot read the mark after "${text.slice(-40)}"`);
      const { sort, figure, start } = mark;
      tell({ start, end: text.length, text: text.slice(start) }, sort, figure + match[1]);
      at = spec.lastIndex;
    } else {
      text += sign;
      at++;
    }
  }
  if (open.length > 0 || /[{}]/.test(text)) throw new Error(`${name}: a mark is left in the text`);
  return text;
}

function readMention(gold, span, spec) {
  const [, letter, id] = /^(?:([mnpd]):)?(.*)$/.exec(spec);
  if (id.startsWith("@")) {
    const type = id.slice(1);
    if (type !== "" && letter === undefined) gold.entities.push({ ...span, type });
    if (type !== "") gold.mentions.push({ ...span, level: "name", type, actor: null });
    return;
  }
  const level = levels[letter] ?? "name";
  const type = entityType(id);
  gold.mentions.push({ ...span, level, type, actor: id === "?" ? null : id });
  if (level === "name") gold.entities.push({ ...span, type });
  if (level === "metonym") gold.entities.push({ ...span, type: id === "usa.gov" && /House/.test(span.text) ? "ORG" : /Kremlin/.test(span.text) ? "ORG" : "LOC" });
} // prettier-ignore

/** PER, LOC or ORG by the form of the actor id. */
function entityType(id) {
  if (id === "?") return null;
  if (/^(x\.)?person\./.test(id)) return "PER";
  return /^([a-z]{3}|somaliland)(\+|$)/.test(id) ? "LOC" : "ORG";
}

function readDate(gold, span, spec) {
  const [value, type = "DATE", modifier] = spec.split(" ");
  const isModifier = /^(START|MID|END)$/.test(type);
  gold.dates.push({
    ...span, type: isModifier ? "DATE" : type, value,
    ...(isModifier ? { mod: type } : modifier === undefined ? {} : { mod: modifier.toUpperCase() }),
  }); // prettier-ignore
}

function readFigure(gold, span, spec) {
  const [said, ...marks] = spec.split(/ (?=\*|on=|who=|said=)/);
  const [left, counted] = said.split(" #");
  const [value, comparator, kind, unit] = left.trim().split(" ");
  gold.figures.push({
    ...span, value: readValue(value), comparator, kind, unit: unit ?? null,
    ...(kind === "money" ? { currency: unit } : {}),
    ...(counted === undefined ? {} : { counted }),
    ...Object.fromEntries(marks.map((mark) => (mark.startsWith("*") ? ["category", mark.slice(1)] : mark.split("=")))),
  }); // prettier-ignore
}

/** A number, or "1000..10000" for a range and for what is told by its magnitude alone ("thousands"). */
function readValue(value) {
  const ends = value.split("..").map(Number);
  return ends.length === 2 ? ends : ends[0];
}

/** Figures of the articles whose categories and links are annotated: where nothing is marked there is none. */
const withLinks = (figures) =>
  figures.map((figure) => ({ category: "none", on: null, who: null, said: null, ...figure }));

/** The counted noun stands after its figure, by default within the same sentence. */
function placeCounted(name, text, figure) {
  if (figure.counted === undefined) return;
  const start = text.indexOf(figure.counted, figure.end);
  // Implicit ("three of the attackers"): the noun's last word must still be near.
  const head = figure.counted.split(" ").at(-1);
  const place = start >= 0 && start - figure.end < 80 ? start : text.indexOf(head, figure.end);
  if (place < 0 || place - figure.end > 80) {
    delete figure.counted;
    process.stderr.write(`${name}: "${figure.text}": what is counted does not follow\n`);
    return;
  }
  figure.counted = place === start ? figure.counted : head;
  figure.countedStart = place;
  figure.countedEnd = place + figure.counted.length;
}

function readStance(name, text, line) {
  const match = /^@ (\S+) > (\S+) (\S+) (\S+) (\S+) (\S+) "(.+)"$/.exec(line);
  if (match === null) throw new Error(`${name}: cannot read the stance line: ${line}`);
  const [, source, target, label, channel, modality, holder, cue] = match;
  const cueStart = text.indexOf(cue);
  if (cueStart < 0) throw new Error(`${name}: the cue "${cue}" is not in the text`);
  return {
    source, target: target === "-" ? null : target, label, channel, modality, holder,
    cue, cueStart, cueEnd: cueStart + cue.length,
  }; // prettier-ignore
}

/** Where words stand that the text has once. */
function placeOf(name, text, words, from = 0) {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`${name}: "${words}" is not in the text`);
  if (from === 0 && text.includes(words, start + 1))
    throw new Error(`${name}: "${words}" is in the text twice`);
  return { start, end: start + words.length };
}

/** `& speaker kind first words … last words` */
function readQuote(name, text, line) {
  const match = /^& (\S+) (direct|indirect|mixed) (.+)$/.exec(line);
  if (match === null) throw new Error(`${name}: cannot read the quotation line: ${line}`);
  const [, speaker, kind, words] = match;
  const [first, last = ""] = words.split(" … ");
  const { start, end: middle } = placeOf(name, text, first);
  const { end } = placeOf(name, text, last, middle);
  return { start, end, text: text.slice(start, end), speaker: speaker === "-" ? null : speaker, kind };
}

/** `! source > target TYPE status words around the [predicate]`, or `! actors = …` for what they do to one another */
function readEvent(name, text, line) {
  const match = /^! (\S+) (?:> (\S+)|=) ([A-Z]+) ([a-z]+) (.*)\[(.+)\](.*)$/.exec(line);
  if (match === null) throw new Error(`${name}: cannot read the event line: ${line}`);
  const [, source, target = source, type, status, before, predicate, after] = match;
  const start = placeOf(name, text, before + predicate + after).start + before.length;
  return { start, end: start + predicate.length, text: predicate, source, target, type, status };
}

const escapeHtml = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function htmlPage({ title, byline, outlet, date, url }, text) {
  const paragraphs = text.split("\n\n").map((paragraph) => `      <p>${escapeHtml(paragraph)}</p>`);
  paragraphs.splice(2, 0,
    `      <figure><img src="road.jpg" alt=""><figcaption>A lorry waits at the border crossing of Yeraskh. Photo: Meridian Review</figcaption></figure>`,
    `      <aside class="related"><h3>Read also</h3><ul><li><a href="/a">The vineyards nobody harvested</a></li><li><a href="/b">Five songs from the Ararat valley</a></li></ul></aside>`,
  ); // prettier-ignore
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>${escapeHtml(title)} | ${outlet}</title>
    <meta property="og:title" content="${escapeHtml(title)}">
    <meta property="og:site_name" content="${outlet}">
    <meta name="author" content="${byline}">
    <meta property="article:published_time" content="${date}T06:30:00Z">
    <link rel="canonical" href="${url}">
  </head>
  <body>
    <nav><a href="/">Home</a> <a href="/analysis">Analysis</a> <a href="/culture">Culture</a> <a href="/login">Log in</a></nav>
    <article>
      <h1>${escapeHtml(title)}</h1>
      <p class="byline">By ${byline}</p>
${paragraphs.join("\n")}
      <p class="share">Share this article on social media. Follow us for daily updates.</p>
    </article>
    <footer>© ${outlet}. All rights reserved. <a href="/privacy">Privacy</a></footer>
  </body>
</html>
`;
}

const quoteCsv = (cell) => `"${cell.replaceAll('"', '""')}"`;

const documents = readdirSync(markupFolder).sort().map((file) => {
  const name = file.replace(/\.txt$/, "");
  const { header, body } = readHeader(readFileSync(new URL(file, markupFolder), "utf8"));
  return { name, header, ...readMarks(name, body) };
}); // prettier-ignore

/**
 * A record has only what is annotated: an article marked up for `mentions` says nothing of dates. Quotations and events
 * are annotated in every article that is not held out.
 */
const record = ({ name, header, text, entities, mentions, dates, figures, stances }) => ({
  id: name, ...(header.date === undefined ? {} : { date: header.date }), genre: header.genre,
  text, ...(header.annotated === "mentions" ? { mentions } : { entities, mentions, dates, figures, stances }),
}); // prettier-ignore
const lines = (items) => items.map((item) => `${JSON.stringify(item)}\n`).join("");
const held = documents.filter(({ header }) => header.held_out === "true");
const open = documents.filter(({ header }) => header.held_out !== "true");
const openRecord = (document) => ({
  ...record({ ...document, figures: withLinks(document.figures) }),
  quotes: document.quotes, events: document.events,
}); // prettier-ignore
writeFileSync(new URL("gold/development.jsonl", root), lines(open.map(openRecord)));
writeFileSync(new URL("gold/held-out.jsonl", root), lines(held.map(record)));

mkdirSync(new URL("sample/", root), { recursive: true });
const files = new Map();
for (const { name, header, text } of open) {
  const { format, file, title, byline, outlet, date, url } = header;
  if (format === undefined) continue; // Gold only.
  const before = files.get(file) ?? "";
  if (format === "text") files.set(file, `${text}\n`);
  else if (format === "html") files.set(file, htmlPage(header, text));
  else if (format === "markdown")
    files.set(file, `---\ntitle: "${title}"\nauthor: ${byline}\noutlet: ${outlet}\ndate: ${date}\n---\n\n${text}\n`);
  else if (format === "jsonl") files.set(file, before + JSON.stringify({ id: name, title, outlet, date, text }) + "\n");
  else if (format === "csv")
    files.set(file, (before || "id,title,outlet,date,text\n") + [name, title, outlet, date, text].map(quoteCsv).join(",") + "\n");
  else throw new Error(`${name}: unknown format ${format} (${url})`);
} // prettier-ignore
for (const [file, content] of files) writeFileSync(new URL(`sample/${file}`, root), content);

const linked = documents.reduce(
  (sum, { mentions }) => sum + mentions.filter(({ actor }) => actor !== null).length,
  0,
);
process.stdout.write(`${documents.length} articles, ${linked} linked mentions, ${files.size} sample files\n`);
