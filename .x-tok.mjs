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

// ../../../tmp/dy/vectors/tok.ts
var require_tok = __commonJS({
  "../../../tmp/dy/vectors/tok.ts"() {
    init_wink();
    for (const t of [
      "The Nagorno-Karabakh war and the Trans-Caspian International Transport Route (TITR) of al-Qaida's Ayman al-Zawahiri in U.S.-backed C\xF4te d'Ivoire, Russia's pro-Russian Jean-Luc O'Neil's U.N. St. Petersburg.",
    ])
      console.log(JSON.stringify(winkSentences(t).map((s) => s.map((x) => x.text))));
  },
});
export default require_tok();
