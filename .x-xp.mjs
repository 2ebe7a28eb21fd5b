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

// src/core/layers.ts
var nerTypes;
var init_layers = __esm({
  "src/core/layers.ts"() {
    "use strict";
    nerTypes = ["PER", "ORG", "LOC", "MISC"];
  },
});

// src/language/en/names/labels.ts
function labelOf(type, index, length) {
  const part2 = length === 1 ? single : index === 0 ? first : index === length - 1 ? last : inner;
  return 1 + 4 * type + part2;
}
function nameRanges(sequence, offset = 0) {
  const found = [];
  let start = 0;
  for (let i = 0; i < sequence.length; i++) {
    const label = sequence[i];
    if (label === outside) continue;
    if (!continues(label)) start = i;
    if (!opens(label)) found.push({ first: offset + start, last: offset + i + 1, type: typeOf(label) });
  }
  return found;
}
var labels,
  outside,
  first,
  inner,
  last,
  single,
  part,
  typeOf,
  opens,
  continues,
  mayStart,
  mayEnd,
  predecessors;
var init_labels = __esm({
  "src/language/en/names/labels.ts"() {
    "use strict";
    init_layers();
    labels = ["O", ...nerTypes.flatMap((type) => ["B", "I", "E", "S"].map((part2) => `${part2}-${type}`))];
    outside = 0;
    first = 0;
    inner = 1;
    last = 2;
    single = 3;
    part = (label) => (label - 1) & 3;
    typeOf = (label) => (label === outside ? -1 : (label - 1) >> 2);
    opens = (label) => label !== outside && part(label) <= inner;
    continues = (label) => label !== outside && (part(label) === inner || part(label) === last);
    mayStart = (label) => !continues(label);
    mayEnd = (label) => !opens(label);
    predecessors = labels.map((_, label) =>
      labels.flatMap((_2, before) => {
        const fits = continues(label) ? opens(before) && typeOf(before) === typeOf(label) : mayEnd(before);
        return fits ? [before] : [];
      }),
    );
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

// training/names/data.ts
import { readFileSync } from "node:fs";
function trainingDocument(record, source) {
  const tokens = [];
  const sentences = [];
  let offset = 0;
  for (const line of record.text.split("\n")) {
    for (const sentence of winkSentences(line, offset)) {
      sentences.push({ first: tokens.length, last: tokens.length + sentence.length });
      for (const { start, end, text } of sentence) tokens.push({ start, end, text });
    }
    offset += line.length + 1;
  }
  const gold = new Uint8Array(tokens.length).fill(outside);
  let at = 0;
  for (const { start, end, type } of record.entities) {
    const typeIndex = nerTypes.indexOf(type);
    if (typeIndex < 0) continue;
    while (at < tokens.length && tokens[at].end <= start) at++;
    const first2 = at;
    while (at < tokens.length && tokens[at].start < end) at++;
    const breaks = sentences.some((s) => s.first > first2 && s.first < at);
    if (breaks) continue;
    for (let i = first2; i < at; i++) gold[i] = labelOf(typeIndex, i - first2, at - first2);
  }
  return { source, record, tokens, sentences, gold };
}
function joined(records, size) {
  const articles = [];
  for (let i = 0; i < records.length; i += size) {
    let text = "";
    const entities = [];
    for (const record of records.slice(i, i + size)) {
      for (const { start, end, type } of record.entities)
        entities.push({ start: start + text.length, end: end + text.length, type });
      text += record.text + "\n";
    }
    articles.push({ id: records[i].id, text, entities });
  }
  return articles;
}
var readRecords;
var init_data = __esm({
  "training/names/data.ts"() {
    "use strict";
    init_layers();
    init_labels();
    init_wink();
    readRecords = (path) =>
      readFileSync(path, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line));
  },
});

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

// src/language/model/scorer.ts
function scorer({ keys, lengths, classes, values, scale }) {
  const cells = new Int32Array(values.length);
  for (let i = 0; i < cells.length; i++) cells[i] = (classes[i] << 16) | (values[i] & 65535);
  let bits = 4;
  while (1 << bits < keys.length * 1.7) bits++;
  const shift = 32 - bits;
  const mask = (1 << bits) - 1;
  const slots = new Int32Array(2 << bits);
  let offset = 0;
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] | 0;
    let slot = Math.imul(key, 2654435761) >>> shift;
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    slots[2 * slot] = key;
    slots[2 * slot + 1] = (offset << 8) | lengths[row];
    offset += lengths[row];
  }
  function add(features, count2, scores) {
    for (let i = 0; i < count2; i++) {
      const key = features[i];
      let slot = Math.imul(key, 2654435761) >>> shift;
      let place = slots[2 * slot + 1];
      while (place !== 0 && slots[2 * slot] !== key) {
        slot = (slot + 1) & mask;
        place = slots[2 * slot + 1];
      }
      if (place === 0) continue;
      const first2 = place >>> 8;
      const last2 = first2 + (place & 255);
      for (let at = first2; at < last2; at++) {
        const cell = cells[at];
        scores[cell >> 16] += (cell << 16) >> 16;
      }
    }
  }
  return {
    scale,
    add,
    score(features, count2, scores) {
      scores.fill(0);
      add(features, count2, scores);
    },
  };
}
var init_scorer = __esm({
  "src/language/model/scorer.ts"() {
    "use strict";
  },
});

// src/language/en/names/gazetteer.ts
function gazetteerMatches(words, table) {
  const found = words.map(() => []);
  let covered = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word.capital) continue;
    let name = startName(word.key);
    let value = table.find(name);
    let end = i;
    let bits = 0;
    for (let j = i; value >= 0;) {
      if ((value & ~prefixBit) !== 0) {
        end = j + 1;
        bits = value & (prefixBit - 1);
      }
      j++;
      if ((value & prefixBit) === 0 || j >= words.length || j - i >= longestName) break;
      name = continueName(name, words[j].key);
      value = table.find(name);
    }
    if (bits === 0 || end <= covered) continue;
    const start = Math.max(i, covered);
    if (start !== i) continue;
    covered = end;
    for (let at = i; at < end; at++) {
      const position = end - i === 1 ? 3 : at === i ? 0 : at === end - 1 ? 2 : 1;
      for (let rest = bits; rest !== 0; rest &= rest - 1)
        found[at].push(4 * (31 - Math.clz32(rest & -rest)) + position);
    }
  }
  return found;
}
var prefixBit, longestName, seed, startName, continueName;
var init_gazetteer = __esm({
  "src/language/en/names/gazetteer.ts"() {
    "use strict";
    init_hash();
    prefixBit = 1 << 15;
    longestName = 8;
    seed = 77;
    startName = (key) => mix(seed, key);
    continueName = (name, key) => mix(name, key);
  },
});

// src/language/en/names/words.ts
function wordReader(clusters) {
  const known = /* @__PURE__ */ new Map();
  return (text) => {
    let word = known.get(text);
    if (word === void 0) {
      word = readWord(text, clusters);
      if (known.size < 5e4) known.set(text, word);
    }
    return word;
  };
}
function readWord(text, clusters) {
  const plain = text.toLowerCase();
  const lower = plain.replace(/[0-9]/g, "0");
  const key = hashText(plain);
  const n = lower.length;
  const affixes = [];
  for (let size = 2; size <= 4; size++) affixes.push(n > size ? hashSlice(lower, 0, size) : 0);
  for (let size = 1; size <= 4; size++) affixes.push(n > size ? hashSlice(lower, n - size, n) : 0);
  const cluster = clusters.find(key);
  return {
    length: n,
    kind: kindOf(text),
    capital: isUpper(text.charCodeAt(0)),
    form: hashText(text),
    lower: hashText(lower),
    key,
    shape: shapeOf(text),
    affixes,
    fine: cluster < 0 ? -1 : cluster & 65535,
    middle: cluster < 0 ? -1 : cluster >>> 16,
  };
}
function isUpper(code) {
  return (code >= 65 && code <= 90) || (code > 127 && anyUpper.test(String.fromCharCode(code)));
}
function kindOf(text) {
  const upper = anyUpper.test(text);
  const lower = anyLower.test(text);
  const digit = /[0-9]/.test(text);
  if (digit) return upper || lower ? kinds.code : kinds.number;
  if (!upper) return lower ? kinds.lower : anyLetter.test(text) ? kinds.other : kinds.punctuation;
  if (!lower)
    return text.length === 1 || (text.length === 2 && text.endsWith(".")) ? kinds.letter : kinds.capitals;
  return isUpper(text.charCodeAt(0)) && !anyUpper.test(text.slice(1)) ? kinds.title : kinds.mixed;
}
function shapeOf(text) {
  let hash = 17;
  let run = 0;
  let last2 = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const type = characterClass(code);
    run = type === last2 ? run + 1 : 1;
    last2 = type;
    if (run <= 2) hash = mix(hash, type);
  }
  return hash;
}
function characterClass(code) {
  if (code >= 97 && code <= 122) return 1;
  if (code >= 65 && code <= 90) return 2;
  if (code >= 48 && code <= 57) return 3;
  if (code < 128) return code;
  const character = String.fromCharCode(code);
  return anyUpper.test(character) ? 2 : anyLetter.test(character) ? 1 : 4;
}
var kinds, anyUpper, anyLower, anyLetter;
var init_words = __esm({
  "src/language/en/names/words.ts"() {
    "use strict";
    init_hash();
    kinds = {
      lower: 0,
      title: 1,
      capitals: 2,
      letter: 3,
      mixed: 4,
      number: 5,
      code: 6,
      punctuation: 7,
      other: 8,
    };
    anyUpper = /\p{Lu}/u;
    anyLower = /\p{Ll}/u;
    anyLetter = /\p{L}/u;
  },
});

// src/language/en/names/document.ts
function documentWords(words, sentences, gazetteerTable) {
  const runs = [];
  const runOf = new Int32Array(words.length).fill(-1);
  const starts = new Uint8Array(words.length + 1);
  for (const { first: first2, last: last2 } of sentences) {
    starts[first2] = 1;
    for (let i = first2; i < last2;) {
      if (!isNameWord(words[i])) {
        i++;
        continue;
      }
      let end = i + 1;
      while (end < last2 && (isNameWord(words[end]) || joins(words, end, last2))) end++;
      for (let at = i; at < end; at++) runOf[at] = runs.length;
      runs.push({ first: i, last: end });
      i = end;
    }
  }
  const places = /* @__PURE__ */ new Map();
  const small = /* @__PURE__ */ new Set();
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word.kind === kinds.lower) small.add(word.key);
    else if (word.capital) {
      const list = places.get(word.key);
      if (list === void 0) places.set(word.key, [i]);
      else if (list.length <= looks * 2) list.push(i);
    }
  }
  function features(i, keys, count2) {
    const word = words[i];
    let c = count2;
    if (!word.capital) return c;
    if (small.has(word.key)) keys[c++] = mix(mix(100, starts[i]), word.kind);
    let seen = 0;
    for (const other of places.get(word.key)) {
      if (other === i) continue;
      if (seen++ === looks) break;
      const run = runs[runOf[other]];
      const own = runs[runOf[i]];
      if (starts[run.first] === 0) keys[c++] = mix(101, words[run.first - 1].lower);
      if (run.last < words.length && starts[run.last] === 0) keys[c++] = mix(102, words[run.last].lower);
      const length = run.last - run.first;
      if (length > own.last - own.first && length < 6) {
        const place = (other === run.first ? 1 : 0) + (other === run.last - 1 ? 2 : 0);
        keys[c++] = mix(mix(103, place), length);
        keys[c++] = mix(mix(104, place), words[run.first].middle);
        keys[c++] = mix(mix(105, place), words[run.last - 1].middle);
        keys[c++] = mix(mix(106, place), words[run.last - 1].lower);
      }
    }
    return c;
  }
  return { words, gazetteer: gazetteerMatches(words, gazetteerTable), runs, runOf, features };
}
var looks, isNameWord, hyphen, joins;
var init_document = __esm({
  "src/language/en/names/document.ts"() {
    "use strict";
    init_hash();
    init_gazetteer();
    init_words();
    looks = 3;
    isNameWord = (word) => word.capital;
    hyphen = hashText("-");
    joins = (words, i, last2) => words[i].key === hyphen && i + 1 < last2 && isNameWord(words[i + 1]);
  },
});

// src/language/en/names/agreement.ts
function agree(words, emissions, share) {
  const count2 = labels.length;
  const groups = /* @__PURE__ */ new Map();
  for (let i = 0; i < words.length; i++) {
    const { capital, key } = words[i];
    if (!capital) continue;
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [i]);
    else group.push(i);
  }
  const evidence = (i, type) => {
    const at = i * count2 + 1 + 4 * type;
    const best = Math.max(emissions[at], emissions[at + 1], emissions[at + 2], emissions[at + 3]);
    return best - emissions[i * count2];
  };
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const own = group.map((i) => nerTypes.map((_, type) => evidence(i, type)));
    for (let type = 0; type < nerTypes.length; type++) {
      const mean = own.reduce((sum, scores) => sum + scores[type], 0) / group.length;
      group.forEach((i, at) => {
        const change = share * (mean - own[at][type]);
        for (let part2 = 0; part2 < 4; part2++) emissions[i * count2 + 1 + 4 * type + part2] += change;
      });
    }
  }
}
var init_agreement = __esm({
  "src/language/en/names/agreement.ts"() {
    "use strict";
    init_layers();
    init_labels();
  },
});

// src/language/en/names/features.ts
function styleOf({ document, first: first2, last: last2 }) {
  let words = 0;
  let capitals = 0;
  let titles = 0;
  for (let i = first2; i < last2; i++) {
    const { kind, length } = document.words[i];
    if (kind === kinds.punctuation || kind === kinds.number || kind === kinds.other || length < 4) continue;
    words++;
    if (kind === kinds.capitals) capitals++;
    else if (kind === kinds.title || kind === kinds.mixed) titles++;
  }
  if (words < 3) return 0;
  if (capitals > 0.6 * words) return 1;
  if (titles + capitals > 0.8 * words) return 2;
  return titles + capitals === 0 ? 3 : 0;
}
function extract(sequence, i, style, out) {
  const { document, first: first2, last: last2 } = sequence;
  const { words } = document;
  const { keys } = out;
  const w = words[i];
  const p = i > first2 ? words[i - 1] : edge;
  const n = i + 1 < last2 ? words[i + 1] : edge;
  const pp = i - 1 > first2 ? words[i - 2] : edge;
  const nn = i + 2 < last2 ? words[i + 2] : edge;
  let c = 0;
  const position = (i === first2 ? 1 : 0) + 4 * style;
  keys[c++] = mix(1, w.lower);
  if (
    !w.capital &&
    w.kind !== kinds.mixed &&
    w.kind !== kinds.code &&
    !(p.capital || n.capital || pp.capital)
  ) {
    out.lexical = out.gazetteer = c;
    keys[c++] = mix(2, w.shape);
    keys[c++] = mix(3, p.lower);
    keys[c++] = mix(4, n.lower);
    keys[c++] = mix(5, w.middle);
    out.count = c;
    return;
  }
  keys[c++] = mix(mix(6, w.form), position);
  keys[c++] = mix(mix(7, p.lower), w.lower);
  keys[c++] = mix(mix(8, w.lower), n.lower);
  const { affixes } = w;
  for (let k = 0; k < 7; k++) if (affixes[k] !== 0) keys[c++] = mix(10 + k, affixes[k]);
  out.lexical = c;
  for (let d = -1; d <= 1; d++) {
    const at = i + d;
    if (at < first2 || at >= last2) continue;
    for (const bit of document.gazetteer[at]) {
      keys[c++] = mix(20 + d, bit);
      if (d === 0) keys[c++] = mix(mix(23, bit), w.kind + 16 * position);
    }
  }
  out.gazetteer = c;
  keys[c++] = mix(mix(30, w.shape), position);
  keys[c++] = mix(mix(31, p.kind), w.shape);
  keys[c++] = mix(mix(32, w.shape), n.kind);
  keys[c++] = mix(mix(mix(33, p.kind), w.kind), n.kind);
  keys[c++] = mix(mix(mix(mix(34, pp.kind), p.kind), w.kind), n.kind + 16 * nn.kind);
  keys[c++] = mix(40, p.lower);
  keys[c++] = mix(41, n.lower);
  keys[c++] = mix(42, pp.lower);
  keys[c++] = mix(43, nn.lower);
  keys[c++] = mix(mix(44, p.lower), w.kind);
  keys[c++] = mix(mix(45, n.lower), w.kind);
  keys[c++] = mix(mix(46, p.lower), n.lower);
  keys[c++] = mix(mix(47, pp.lower), p.lower);
  keys[c++] = mix(mix(48, n.lower), nn.lower);
  keys[c++] = mix(49, p.affixes[6]);
  keys[c++] = mix(50, n.affixes[6]);
  keys[c++] = mix(mix(60, w.fine), w.kind);
  keys[c++] = mix(mix(61, w.middle), w.kind);
  keys[c++] = mix(62, p.fine);
  keys[c++] = mix(63, n.fine);
  keys[c++] = mix(64, p.middle);
  keys[c++] = mix(65, n.middle);
  keys[c++] = mix(66, pp.middle);
  keys[c++] = mix(67, nn.middle);
  keys[c++] = mix(mix(68, p.middle), w.middle);
  keys[c++] = mix(mix(69, w.middle), n.middle);
  keys[c++] = mix(mix(70, p.middle), n.middle);
  keys[c++] = mix(mix(71, p.fine), w.kind);
  keys[c++] = mix(mix(72, n.fine), w.kind);
  const run = document.runOf[i];
  if (run >= 0) {
    const { first: from, last: to } = document.runs[run];
    const head = words[to - 1];
    const start = words[from];
    const before = from > first2 ? words[from - 1] : edge;
    const after = to < last2 ? words[to] : edge;
    const place = (i === from ? 1 : 0) + (i === to - 1 ? 2 : 0);
    keys[c++] = mix(mix(80, Math.min(to - from, 5)), place + 4 * style);
    if (to - from > 1) {
      keys[c++] = mix(mix(81, head.lower), place);
      keys[c++] = mix(mix(82, head.middle), place);
      keys[c++] = mix(mix(83, start.lower), place);
      keys[c++] = mix(mix(84, start.fine), place);
      keys[c++] = mix(mix(85, head.affixes[6]), place);
      keys[c++] = mix(mix(86, head.fine), place);
    }
    keys[c++] = mix(mix(87, before.lower), place);
    keys[c++] = mix(mix(88, after.lower), place);
    keys[c++] = mix(mix(89, before.fine), place);
    keys[c++] = mix(mix(90, after.fine), place);
    if (from - 2 >= first2 && document.runOf[from - 2] >= 0 && before.length <= 3)
      keys[c++] = mix(mix(mix(91, words[from - 2].lower), before.lower), place);
    if (to + 1 < last2 && document.runOf[to + 1] >= 0 && after.length <= 3)
      keys[c++] = mix(mix(mix(92, words[to + 1].lower), after.lower), place);
  }
  c = document.features(i, keys, c);
  out.count = c;
}
var emptyFeatures, edge;
var init_features = __esm({
  "src/language/en/names/features.ts"() {
    "use strict";
    init_hash();
    init_words();
    emptyFeatures = () => ({
      keys: new Int32Array(320),
      count: 0,
      lexical: 0,
      gazetteer: 0,
    });
    edge = {
      length: 0,
      kind: kinds.punctuation,
      capital: false,
      form: 1,
      lower: 2,
      key: 3,
      shape: 4,
      affixes: [0, 0, 0, 0, 0, 0, 0],
      fine: -2,
      middle: -2,
    };
  },
});

// src/language/en/names/viterbi.ts
function viterbi(emissions, length, transitions) {
  const path = new Uint8Array(length);
  if (length === 0) return path;
  const back = new Uint8Array(length * count);
  let previous = new Float64Array(count);
  let current = new Float64Array(count);
  for (let label2 = 0; label2 < count; label2++)
    previous[label2] = mayStart(label2) ? emissions[label2] : -Infinity;
  for (let i = 1; i < length; i++) {
    for (let label2 = 0; label2 < count; label2++) {
      const before = flatPredecessors[label2];
      let winner = before[0];
      let top2 = -Infinity;
      for (let k = 0; k < before.length; k++) {
        const from = before[k];
        const score = previous[from] + transitions[from * count + label2];
        if (score > top2) {
          top2 = score;
          winner = from;
        }
      }
      current[label2] = top2 + emissions[i * count + label2];
      back[i * count + label2] = winner;
    }
    [previous, current] = [current, previous];
  }
  let label = 0;
  let top = -Infinity;
  for (let candidate = 0; candidate < count; candidate++)
    if (mayEnd(candidate) && previous[candidate] > top) {
      top = previous[candidate];
      label = candidate;
    }
  for (let i = length - 1; i >= 0; i--) {
    path[i] = label;
    label = back[i * count + label];
  }
  return path;
}
var count, flatPredecessors;
var init_viterbi = __esm({
  "src/language/en/names/viterbi.ts"() {
    "use strict";
    init_labels();
    count = labels.length;
    flatPredecessors = predecessors.map((list) => Int32Array.from(list));
  },
});

// src/language/en/names/tagger.ts
function nameTagger({ weights, clusters, gazetteer }) {
  const count2 = labels.length;
  const { score, scale } = scorer(weights);
  const word = wordReader(clusters);
  const features = emptyFeatures();
  const scores = new Int32Array(count2);
  const transitions = new Float64Array(count2 * count2);
  for (let before = 0; before < count2; before++) {
    score(Int32Array.of(transitionKey(before)), 1, scores);
    transitions.set(scores, before * count2);
  }
  return (texts, sentences) => {
    const document = documentWords(texts.map(word), sentences, gazetteer);
    const emissions = new Float64Array(texts.length * count2);
    for (const { first: first2, last: last2 } of sentences) {
      const sequence = { document, first: first2, last: last2 };
      const style = styleOf(sequence);
      for (let i = first2; i < last2; i++) {
        extract(sequence, i, style, features);
        score(features.keys, features.count, scores);
        emissions.set(scores, i * count2);
      }
    }
    agree(document.words, emissions, agreement);
    const found = [];
    for (const { first: first2, last: last2 } of sentences) {
      const path = viterbi(emissions.subarray(first2 * count2, last2 * count2), last2 - first2, transitions);
      for (const range of nameRanges(path, first2)) {
        const lead = leadOf(emissions, range.first, range.last, range.type) * scale;
        found.push({
          first: range.first,
          last: range.last,
          type: nerTypes[range.type],
          confidence: 1 / (1 + Math.exp((doubt.middle - lead) / doubt.width)),
        });
      }
    }
    return found;
  };
}
function leadOf(emissions, first2, last2, type) {
  const count2 = labels.length;
  let weakest = Infinity;
  for (let i = first2; i < last2; i++) {
    let own = -Infinity;
    let other = -Infinity;
    for (let label = 0; label < count2; label++) {
      const score = emissions[i * count2 + label];
      if (label > 0 && (label - 1) >> 2 === type) own = Math.max(own, score);
      else other = Math.max(other, score);
    }
    weakest = Math.min(weakest, own - other);
  }
  return weakest;
}
var transitionKey, agreement, doubt;
var init_tagger = __esm({
  "src/language/en/names/tagger.ts"() {
    "use strict";
    init_layers();
    init_hash();
    init_scorer();
    init_document();
    init_agreement();
    init_features();
    init_labels();
    init_viterbi();
    init_words();
    transitionKey = (before) => mix(200, before);
    agreement = 0.3;
    doubt = { middle: 0, width: 12 };
  },
});

// training/perceptron.ts
function grown(array) {
  const larger = new array.constructor(array.length * 2);
  larger.set(array);
  return larger;
}
var Perceptron;
var init_perceptron = __esm({
  "training/perceptron.ts"() {
    "use strict";
    Perceptron = class {
      classes;
      /** Steps counted so far, plus one; the average is taken over them. */
      step = 1;
      bits = 16;
      keys = new Int32Array(1 << 16);
      /** Row number plus one; 0 for an empty slot. */
      rowOf = new Int32Array(1 << 16);
      rows = 0;
      rowKey = new Int32Array(1 << 15);
      start = new Int32Array(1 << 15);
      length = new Uint8Array(1 << 15);
      room = new Uint8Array(1 << 15);
      cells = 0;
      label = new Uint8Array(1 << 17);
      weight = new Float32Array(1 << 17);
      stamped = new Float64Array(1 << 17);
      constructor(classes) {
        if (classes > 255) throw new Error("At most 255 classes.");
        this.classes = classes;
      }
      /** Features that have a row. */
      get size() {
        return this.rows;
      }
      /** Counts one step (a decision or a sentence), whether or not it led to an update. */
      tick() {
        this.step++;
      }
      /** Sets `scores` to the sum of the current rows of the first `count` features. */
      score(features, count2, scores) {
        scores.fill(0);
        const { start, length, label, weight } = this;
        for (let i = 0; i < count2; i++) {
          const row = this.find(features[i]);
          if (row < 0) continue;
          const first2 = start[row];
          for (let at = first2 + length[row] - 1; at >= first2; at--) scores[label[at]] += weight[at];
        }
      }
      /** Adds `amount` to the weight of `classIndex` in the rows of the first `count` features. */
      update(features, count2, classIndex, amount) {
        for (let i = 0; i < count2; i++) {
          const at = this.cell(features[i], classIndex);
          this.weight[at] += amount;
          this.stamped[at] += amount * this.step;
        }
      }
      /** Averaged rows, cells of less than `threshold` in absolute value left out. */
      *averaged(threshold) {
        for (let row = 0; row < this.rows; row++) {
          const cells = [];
          const first2 = this.start[row];
          for (let at = first2; at < first2 + this.length[row]; at++) {
            const value = this.weight[at] - this.stamped[at] / this.step;
            if (value !== 0 && Math.abs(value) >= threshold) cells.push([this.label[at], value]);
          }
          if (cells.length > 0) yield { key: this.rowKey[row], cells };
        }
      }
      find(key) {
        const mask = this.keys.length - 1;
        let slot = Math.imul(key, 2654435761) >>> (32 - this.bits);
        for (;;) {
          const row = this.rowOf[slot];
          if (row === 0) return -1;
          if (this.keys[slot] === key) return row - 1;
          slot = (slot + 1) & mask;
        }
      }
      /** Place of the cell of a feature and class, made if need be. */
      cell(key, classIndex) {
        let row = this.find(key);
        if (row < 0) row = this.addRow(key);
        const first2 = this.start[row];
        const length = this.length[row];
        for (let at2 = first2; at2 < first2 + length; at2++) if (this.label[at2] === classIndex) return at2;
        if (length === this.room[row]) this.moveRow(row);
        const at = this.start[row] + length;
        this.length[row] = length + 1;
        this.label[at] = classIndex;
        this.weight[at] = 0;
        this.stamped[at] = 0;
        return at;
      }
      addRow(key) {
        if (this.rows * 2 > this.keys.length) this.growTable();
        if (this.rows === this.rowKey.length) {
          this.rowKey = grown(this.rowKey);
          this.start = grown(this.start);
          this.length = grown(this.length);
          this.room = grown(this.room);
        }
        const row = this.rows++;
        this.rowKey[row] = key;
        this.start[row] = this.reserve(2);
        this.room[row] = 2;
        this.place(key, row);
        return row;
      }
      place(key, row) {
        const mask = this.keys.length - 1;
        let slot = Math.imul(key, 2654435761) >>> (32 - this.bits);
        while (this.rowOf[slot] !== 0) slot = (slot + 1) & mask;
        this.keys[slot] = key;
        this.rowOf[slot] = row + 1;
      }
      growTable() {
        this.bits++;
        this.keys = new Int32Array(1 << this.bits);
        this.rowOf = new Int32Array(1 << this.bits);
        for (let row = 0; row < this.rows; row++) this.place(this.rowKey[row], row);
      }
      /** Gives a full row twice the room at the end of the cells; the old place is left unused. */
      moveRow(row) {
        const from = this.start[row];
        const length = this.length[row];
        const room = Math.min(255, 2 * length);
        const to = this.reserve(room);
        this.label.copyWithin(to, from, from + length);
        this.weight.copyWithin(to, from, from + length);
        this.stamped.copyWithin(to, from, from + length);
        this.start[row] = to;
        this.room[row] = room;
      }
      reserve(room) {
        const at = this.cells;
        this.cells += room;
        if (this.cells > this.label.length) {
          this.label = grown(this.label);
          this.weight = grown(this.weight);
          this.stamped = grown(this.stamped);
        }
        return at;
      }
    };
  },
});

// training/random.ts
function seeded(seed2) {
  let state = seed2 | 0;
  return () => {
    state = (state + 1831565813) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
function shuffle(items, random) {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j], items[i]];
  }
}
var init_random = __esm({
  "training/random.ts"() {
    "use strict";
  },
});

// training/names/train.ts
function examples(documents, word, gazetteer, source, partial) {
  const made = [];
  const features = emptyFeatures();
  documents.forEach((document, group) => {
    const words = document.tokens.map(({ text }) => word(text));
    const context = documentWords(words, document.sentences, gazetteer);
    for (const { first: first2, last: last2 } of document.sentences) {
      const sequence = { document: context, first: first2, last: last2 };
      const style = styleOf(sequence);
      const marks = new Int32Array(4 * (last2 - first2));
      const keys = [];
      for (let i = first2; i < last2; i++) {
        extract(sequence, i, style, features);
        const start = keys.length;
        for (let k = 0; k < features.count; k++) keys.push(features.keys[k]);
        marks.set(
          [start, start + features.lexical, start + features.gazetteer, keys.length],
          4 * (i - first2),
        );
      }
      made.push({
        source,
        partial,
        group,
        gold: document.gold.slice(first2, last2),
        keys: Int32Array.from(keys),
        marks,
      });
    }
  });
  return made;
}
function train(data, options, log) {
  const { epochs, seed: seed2, margin, hideWord, hideGazetteer } = options;
  const count2 = labels.length;
  const perceptron = new Perceptron(count2);
  const random = seeded(seed2);
  const order = data.map((_, i) => i);
  const longest = data.reduce((most, { gold }) => Math.max(most, gold.length), 0);
  const scores = new Float64Array(count2);
  const emissions = new Float64Array(longest * count2);
  const transitions = new Float64Array(count2 * count2);
  const one = new Int32Array(1);
  const kept = Array.from({ length: longest }, () => new Int32Array(640));
  const keptCounts = new Int32Array(longest);
  const misc = nerTypes.indexOf("MISC");
  const readTransitions = (source) => {
    for (let before = 0; before < count2; before++) {
      one[0] = transitionKey(before);
      perceptron.score(one, 1, scores);
      for (let label = 0; label < count2; label++) transitions[before * count2 + label] = scores[label];
      one[0] = mix(one[0], source);
      perceptron.score(one, 1, scores);
      for (let label = 0; label < count2; label++) transitions[before * count2 + label] += scores[label];
    }
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let wrong = 0;
    let tokens = 0;
    for (const index of order) {
      const { source, gold, keys, marks, partial } = data[index];
      const length = gold.length;
      const own = 1e3 + source;
      tokens += length;
      for (let i = 0; i < length; i++) {
        let from = marks[4 * i];
        const to = marks[4 * i + 3];
        let skipFrom = -1;
        let skipTo = -1;
        if (to - from > 8) {
          if (random() < hideWord) from = marks[4 * i + 1];
          if (random() < hideGazetteer) {
            skipFrom = marks[4 * i + 1];
            skipTo = marks[4 * i + 2];
          }
        }
        const list = kept[i];
        let c = 0;
        for (let k = from; k < to; k++) {
          if (k >= skipFrom && k < skipTo) continue;
          list[c++] = keys[k];
          list[c++] = mix(keys[k], own);
        }
        keptCounts[i] = c;
        perceptron.score(list, c, scores);
        for (let label = 0; label < count2; label++) emissions[i * count2 + label] = scores[label];
      }
      readTransitions(own);
      let target = gold;
      if (partial) {
        const constrained = emissions.slice(0, length * count2);
        for (let i = 0; i < length; i++)
          for (let label = 0; label < count2; label++) {
            const free = gold[i] === outside && (label === outside || (label - 1) >> 2 === misc);
            if (label !== gold[i] && !free) constrained[i * count2 + label] = -1e9;
          }
        target = viterbi(constrained, length, transitions);
      }
      for (let i = 0; i < length; i++)
        for (let label = 0; label < count2; label++)
          if (label !== target[i]) emissions[i * count2 + label] += margin;
      const found = viterbi(emissions, length, transitions);
      perceptron.tick();
      for (let i = 0; i < length; i++) {
        if (found[i] !== target[i]) {
          wrong++;
          perceptron.update(kept[i], keptCounts[i], target[i], 1);
          perceptron.update(kept[i], keptCounts[i], found[i], -1);
        }
        if (i > 0 && (found[i] !== target[i] || found[i - 1] !== target[i - 1])) {
          updateTransition(target[i - 1], target[i], own, 1);
          updateTransition(found[i - 1], found[i], own, -1);
        }
      }
    }
    log(`epoch ${epoch + 1}: ${((100 * wrong) / tokens).toFixed(2)} % wrong, ${perceptron.size} features`);
  }
  return perceptron;
  function updateTransition(before, label, source, amount) {
    one[0] = transitionKey(before);
    perceptron.update(one, 1, label, amount);
    one[0] = mix(one[0], source);
    perceptron.update(one, 1, label, amount);
  }
}
var init_train = __esm({
  "training/names/train.ts"() {
    "use strict";
    init_document();
    init_features();
    init_layers();
    init_labels();
    init_tagger();
    init_viterbi();
    init_hash();
    init_perceptron();
    init_random();
  },
});

// src/language/en/names/table.ts
function hashTable({ keys, lengths, classes, values }) {
  let bits = 4;
  while (1 << bits < keys.length * 1.7) bits++;
  const shift = 32 - bits;
  const mask = (1 << bits) - 1;
  const slotKeys = new Int32Array(1 << bits);
  const slotValues = new Int32Array(1 << bits).fill(-1);
  let cell = 0;
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] | 0;
    let slot = Math.imul(key, 2654435761) >>> shift;
    while (slotValues[slot] >= 0) slot = (slot + 1) & mask;
    slotKeys[slot] = key;
    slotValues[slot] = (classes[cell] << 16) | (values[cell] & 65535);
    cell += lengths[row];
  }
  return {
    find(hash) {
      const key = hash | 0;
      let slot = Math.imul(key, 2654435761) >>> shift;
      while (slotValues[slot] >= 0) {
        if (slotKeys[slot] === key) return slotValues[slot];
        slot = (slot + 1) & mask;
      }
      return -1;
    },
  };
}
var init_table = __esm({
  "src/language/en/names/table.ts"() {
    "use strict";
  },
});

// src/core/problem.ts
function describeProblem(problem) {
  const { at } = problem;
  const place = at?.file === void 0 ? void 0 : at.line === void 0 ? at.file : `${at.file}:${at.line}`;
  const lines = [`${problem.message}  [${problem.code}]`];
  if (place !== void 0) lines.push(`  in ${place}`);
  if (problem.hint !== void 0) lines.push(`  ${problem.hint}`);
  return lines.join("\n");
}
var DyadicError;
var init_problem = __esm({
  "src/core/problem.ts"() {
    "use strict";
    DyadicError = class extends Error {
      name = "DyadicError";
      problems;
      constructor(problems) {
        super(problems.map(describeProblem).join("\n"));
        this.problems = problems;
      }
    };
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
function decodeModel(bytes, path, kind) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.toString("latin1", 0, magic.length);
  if (start.slice(0, -1) !== magic.slice(0, -1))
    throw refusal("model/foreign", path, "This is not a model file of Dyadic.");
  if (start !== magic)
    throw refusal("model/version", path, `The model file has layout ${start.at(-1)}, not ${magic.at(-1)}.`);
  const end = buffer.length - 32;
  if (end < magic.length + 4 || !sha256(buffer.subarray(0, end)).equals(buffer.subarray(end)))
    throw refusal("model/damaged", path, "The model file is damaged: its checksum does not agree.");
  const headerEnd = magic.length + 4 + buffer.readUInt32LE(magic.length);
  const header = JSON.parse(buffer.toString("utf8", magic.length + 4, headerEnd));
  if (header.kind !== kind)
    throw refusal("model/kind", path, `The file holds a model of kind "${header.kind}", not "${kind}".`);
  const { keys, next } = decodeKeys(buffer, headerEnd, header.rows);
  const lengths = new Uint8Array(buffer.subarray(next, next + header.rows));
  const classesAt = next + header.rows;
  const valuesAt = classesAt + header.cells;
  const values = new Int16Array(header.cells);
  for (let i = 0; i < values.length; i++) values[i] = buffer.readInt16LE(valuesAt + 2 * i);
  return {
    kind,
    labels: header.labels,
    options: header.options,
    weights: {
      keys,
      lengths,
      classes: new Uint8Array(buffer.subarray(classesAt, valuesAt)),
      values,
      scale: header.scale,
    },
  };
}
function refusal(code, file, message) {
  return new DyadicError([
    {
      code,
      severity: "rejected",
      message,
      at: { file },
      hint: "Install dyadic again, or give a model file made by this version.",
    },
  ]);
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
function decodeKeys(bytes, start, rows) {
  const keys = new Uint32Array(rows);
  let next = start;
  let key = 0;
  for (let row = 0; row < rows; row++) {
    let step = 0;
    let shift = 0;
    let byte;
    do {
      byte = bytes[next++];
      step |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    key = (key + step) >>> 0;
    keys[row] = key;
  }
  return { keys, next };
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

// src/language/model/weights.ts
function quantize(rows) {
  const sorted = [...rows].sort((a, b) => (a.key >>> 0) - (b.key >>> 0));
  let largest = 0;
  for (const { cells: cells2 } of sorted)
    for (const [, weight] of cells2) largest = Math.max(largest, Math.abs(weight));
  const scale = largest === 0 ? 1 : largest / 32767;
  const kept = sorted
    .map(({ key, cells: cells2 }) => ({
      key,
      cells: cells2
        .map(([label, weight]) => [label, Math.round(weight / scale)])
        .filter(([, value]) => value !== 0)
        .sort((a, b) => a[0] - b[0]),
    }))
    .filter(({ cells: cells2 }) => cells2.length > 0);
  const cells = kept.flatMap((row) => row.cells);
  return {
    keys: Uint32Array.from(kept, ({ key }) => key),
    lengths: Uint8Array.from(kept, (row) => row.cells.length),
    classes: Uint8Array.from(cells, ([label]) => label),
    values: Int16Array.from(cells, ([, value]) => value),
    scale,
  };
}
var init_weights = __esm({
  "src/language/model/weights.ts"() {
    "use strict";
  },
});

// ../../../tmp/dy/vectors/xp.ts
import { readFileSync as readFileSync2, writeFileSync } from "node:fs";
var require_xp = __commonJS({
  "../../../tmp/dy/vectors/xp.ts"() {
    init_data();
    init_tagger();
    init_train();
    init_tagger();
    init_words();
    init_table();
    init_labels();
    init_hash();
    init_file();
    init_weights();
    var V = "/tmp/dy/vectors/";
    var B = "/work/shared/benchmarks/entities/";
    var opt = Object.fromEntries(process.argv.slice(2).map((a) => a.split("=")));
    var num = (k, d) => (k in opt ? +opt[k] : d);
    var t0 = Date.now();
    var lap = (s) => {
      console.log(s, ((Date.now() - t0) / 1e3).toFixed(1) + "s");
      t0 = Date.now();
    };
    var clusters = hashTable(
      decodeModel(readFileSync2(opt.clusters ?? V + "clusters.bin"), "c", "clusters").weights,
    );
    var gazetteer = hashTable(
      decodeModel(readFileSync2(opt.gaz ?? V + "gazetteer.bin"), "g", "gazetteer").weights,
    );
    var word = wordReader(clusters);
    var docs = (f, join = 0, filter = (r) => true) => {
      let r = readRecords(B + f + ".jsonl").filter(filter);
      if (join) r = joined(r, join);
      return r.map((x) => trainingDocument(x, f));
    };
    var gmbShare = num("gmb", 1);
    var fold = num("fold", -1);
    var sets = opt.load
      ? []
      : [
          ["gmb", docs("gmb-train", 8).filter((_, i) => (i * 7919) % 1e3 < gmbShare * 1e3), false],
          ["gum", docs("gum-train"), true],
          ["wikigold", docs("wikigold"), false],
          ["crossner", docs("crossner-politics-train"), false],
          ["uner", docs("uner-ewt-dev"), true],
          ["wnut", docs("wnut17-train"), false],
          ["btc", docs("btc"), true],
        ];
    var re3d = docs("re3d-train", 0);
    var re3dTrain = re3d.filter(
      (d, i) =>
        !/BBC/i.test(d.record.source ?? "") &&
        !/NC/.test(d.record.licence ?? "") &&
        (fold < 0 || i % 5 !== fold),
    );
    if (!opt.nore3d && fold !== -2) sets.push(["re3d", re3dTrain, false]);
    if (opt.conll) sets.push(["conll", docs("conll2003-train"), false]);
    lap("read " + sets.map((s) => s[0] + ":" + s[1].length).join(" "));
    var weights;
    var variants = [];
    if (opt.load) weights = decodeModel(readFileSync2(opt.load), "n", "names").weights;
    else {
      const data = sets.flatMap(([n, d, p], i) => {
        const e = examples(d, word, gazetteer, i, p);
        const rep = num("rep-" + n, 1);
        return Array.from({ length: rep }, () => e).flat();
      });
      lap("features " + data.length + " sentences");
      const per = train(
        data,
        {
          epochs: num("epochs", 4),
          seed: 1,
          margin: num("margin", 3),
          hideWord: num("hw", 0.1),
          hideGazetteer: num("hg", 0.1),
        },
        lap,
      );
      const general = /* @__PURE__ */ new Map();
      const thr = num("thr", 1);
      const lowthr = num("low", 0.7);
      const rowMap = /* @__PURE__ */ new Map();
      for (const r of per.averaged(0.3)) rowMap.set(r.key | 0, r.cells);
      lap("rows " + rowMap.size);
      const generalKeys = /* @__PURE__ */ new Set();
      for (const e of data) for (const k of e.keys) generalKeys.add(k | 0);
      for (let i = 0; i < labels.length; i++) generalKeys.add(transitionKey(i) | 0);
      const build = (alpha, thr2) => {
        const kept = [];
        for (const k of generalKeys) {
          const acc = /* @__PURE__ */ new Map();
          for (const [l, w] of rowMap.get(k) ?? []) acc.set(l, w);
          if (alpha > 0)
            for (let s = 0; s < sets.length; s++) {
              for (const [l, w] of rowMap.get(mix(k, 1e3 + s)) ?? [])
                acc.set(l, (acc.get(l) ?? 0) + alpha * w);
            }
          const cells = [...acc].filter(([, w]) => Math.abs(w) >= thr2);
          if (cells.length) kept.push({ key: k, cells });
        }
        return quantize(kept);
      };
      const alphas = (opt.alpha ?? "0").split(",").map(Number);
      for (const al of alphas.slice(1)) {
        const w = build(al, num("thr", 1));
        const by = encodeModel({ kind: "names", labels, options: {}, weights: w });
        console.log("alpha", al, by.length);
        writeFileSync((opt.out ?? V + "names.bin") + "." + al, by);
        variants.push([al, w]);
      }
      weights = build(alphas[0], num("thr", 1));
      const bytes = encodeModel({ kind: "names", labels, options: {}, weights });
      writeFileSync(opt.out ?? V + "names.bin", bytes);
      lap("model " + weights.values.length + " cells " + bytes.length + " bytes");
    }
    variants.unshift([(opt.alpha ?? "0").split(",")[0], weights]);
    var smooths = (opt.smooth ?? "0.3").split(",").map(Number);
    for (const [al, weights2] of variants)
      for (const sm of smooths) {
        let evaluate = function (name, ds, trim = false) {
          const acc = {};
          let n = 0;
          const start = Date.now();
          let tok = 0;
          for (const d of ds) {
            tok += d.tokens.length;
            const key = (s, e, t) => {
              if (trim) {
                const x = d.record.text.slice(s, e);
                const m = DET.exec(x);
                if (m && m[0].length < x.length) s += m[0].length;
                const p = POSS.exec(d.record.text.slice(s, e));
                if (p && p.index > 0) e -= p[0].length;
              }
              return s + ":" + e + ":" + t;
            };
            const gold = new Set(d.record.entities.map((e) => key(e.start, e.end, e.type)));
            const found = new Set(
              tag(
                d.tokens.map((t) => t.text),
                d.sentences,
              ).map((r) => key(d.tokens[r.first].start, d.tokens[r.last - 1].end, r.type)),
            );
            if (opt.errors && name.startsWith(opt.errors)) {
              for (const k of found)
                if (!gold.has(k)) {
                  const [a, b, t] = k.split(":");
                  const ov = [...gold].find((g) => {
                    const [x, y] = g.split(":");
                    return +x < +b && +a < +y;
                  });
                  console.log(
                    "  FOUND",
                    t,
                    d.record.text.slice(+a, +b).replace(/\n/g, " "),
                    "|",
                    ov
                      ? ov.split(":")[2] + " " + d.record.text.slice(+ov.split(":")[0], +ov.split(":")[1])
                      : "-",
                    "|",
                    d.record.text.slice(Math.max(0, +a - 40), +b + 30).replace(/\n/g, " "),
                  );
                }
              for (const k of gold)
                if (!found.has(k)) {
                  const [a, b, t] = k.split(":");
                  if (
                    ![...found].some((g) => {
                      const [x, y] = g.split(":");
                      return +x < +b && +a < +y;
                    })
                  )
                    console.log(
                      "  MISSED",
                      t,
                      d.record.text.slice(+a, +b).replace(/\n/g, " "),
                      "|",
                      d.record.text.slice(Math.max(0, +a - 40), +b + 30).replace(/\n/g, " "),
                    );
                }
            }
            for (const k of gold) {
              const t = k.split(":")[2];
              (acc[t] ??= { g: 0, p: 0, c: 0 }).g++;
              if (found.has(k)) acc[t].c++;
            }
            for (const k of found) {
              const t = k.split(":")[2];
              (acc[t] ??= { g: 0, p: 0, c: 0 }).p++;
            }
          }
          const f = (ts) => {
            let g = 0,
              p = 0,
              c = 0;
            for (const t of ts) {
              const a = acc[t];
              if (a) {
                g += a.g;
                p += a.p;
                c += a.c;
              }
            }
            return [
              ((200 * c) / (g + p)).toFixed(1),
              "P" + ((100 * c) / p).toFixed(0),
              "R" + ((100 * c) / g).toFixed(0),
            ].join(" ");
          };
          console.log(
            name.padEnd(22),
            "PLO",
            f(["PER", "ORG", "LOC"]),
            "| PER",
            f(["PER"]),
            "| ORG",
            f(["ORG"]),
            "| LOC",
            f(["LOC"]),
            "| MISC",
            f(["MISC"]),
            Math.round(tok / (Date.now() - start)) + "k tok/s",
          );
        };
        console.log("alpha", al, "smooth", sm);
        const tag = nameTagger({ weights: weights2, clusters, gazetteer });
        const DET = /^(?:the|a|an)\s+/i,
          POSS = /['’]s?$/;
        evaluate("crossner-dev", docs("crossner-politics-dev"));
        evaluate("gum-dev", docs("gum-dev"));
        evaluate("conll-dev", docs("conll2003-dev"));
        evaluate("gmb-dev", docs("gmb-dev"));
        evaluate("wnut-dev", docs("wnut17-dev"));
        evaluate("wikineural-a", docs("wikineural-a").slice(0, 3e3));
        evaluate(
          "re3d" + (fold >= 0 ? " fold " + fold : " (seen)"),
          fold >= 0 ? re3d.filter((_, i) => i % 5 === fold) : re3d,
          true,
        );
      }
  },
});
export default require_xp();
