import type { changes } from "../../core/layers.ts";
import { tokenAt, type Scene } from "./draft.ts";
import type { Quantity } from "./quantity.ts";

type Change = (typeof changes)[number];

/** Whether the figure tells of a rise or a fall: "rose 0.3%", "fell to 40", "down 9 %", "0.7 percent lower", "+0.2%". */
export function changeOf(scene: Scene, { first, last, plus }: Quantity): Change {
  const { words, lexemes, vocabulary } = scene;
  const after = vocabulary.changeWords.after.get(words[last] ?? "");
  if (after !== undefined) return after;
  if (plus === true) return "rise";
  const { change_filler: filler } = vocabulary.contextWords;
  for (let at = first - 1; at >= 0 && at >= first - 5; at--) {
    const change = vocabulary.changeWords.before.get(words[at]!);
    if (change !== undefined) {
      // "up to 60" is a bound, "more than up" no change.
      if (isPhrasal(scene, at)) return "none";
      const isBound = words[at] === "up" && words[at + 1] === "to";
      return isBound && vocabulary.changeWords.before.get(words[at - 1] ?? "") === undefined
        ? "none"
        : change;
    }
    if (!filler.has(words[at]!) && vocabulary.hedges.before.get(words[at]!) === undefined) return "none";
    if (lexemes[at]!.kind === "number") return "none";
  }
  return "none";
}

/** "makes up a third", "shot down 40 drones": the particle belongs to the verb and tells of no change. */
function isPhrasal(scene: Scene, at: number): boolean {
  const verb = at === 0 ? undefined : tokenAt(scene, at - 1);
  return (
    verb?.upos === "VERB" && scene.vocabulary.contextWords.phrasal.has(`${verb.lemma} ${scene.words[at]!}`)
  );
}
