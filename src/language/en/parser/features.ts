import { mix } from "../../model/hash.ts";
import type { ParserState } from "./state.ts";

/** Room for the features of one state. */
export const parserFeatures = 112;

/**
 * Numbers of features of the groups that come first. Each tells of one place only: the buffer, what hangs on its first
 * word, the top of the stack, what that hangs on, what hangs on it left and right, what lies below it. They hold for
 * many states, so their sums are worth remembering.
 */
export const parserGroups = [11, 11, 12, 6, 7, 7, 2] as const;

/**
 * Fills `out` with the features of a state and returns their number. After Zhang and Nivre (2011), "Transition-based
 * dependency parsing with rich non-local features", with second and third words of the stack, neighbors, suffixes
 * and universal tags added. s: stack, n: buffer, h: head, l/r: outermost dependents; w: word, p: tag, u: universal.
 */
export function parseFeatures(state: ParserState, out: Int32Array): number {
  const { none, size, depth, stack, next: n0, lower, suffix, tag, upos, head, relation } = state;
  const { left, left2, right, right2, leftCount, rightCount, leftSet, rightSet } = state;
  const s0 = depth > 0 ? stack[depth - 1]! : none;
  const s1 = depth > 1 ? stack[depth - 2]! : none;
  const s2 = depth > 2 ? stack[depth - 3]! : none;
  const n1 = n0 + 1 < size ? n0 + 1 : none;
  const n2 = n0 + 2 < size ? n0 + 2 : none;
  const s0h = head[s0]! < 0 ? none : head[s0]!;
  const s0h2 = head[s0h]! < 0 ? none : head[s0h]!;
  const s0l = left[s0]!;
  const s0l2 = left2[s0]!;
  const s0r = right[s0]!;
  const s0r2 = right2[s0]!;
  const n0l = left[n0]!;
  const n0l2 = left2[n0]!;
  const beforeS0 = s0 > 0 && s0 < size ? s0 - 1 : none;
  const afterS0 = s0 < size ? s0 + 1 : none;
  const beforeN0 = n0 > 0 ? n0 - 1 : none;

  const s0w = lower[s0]!;
  const s0p = tag[s0]!;
  const s0u = upos[s0]!;
  const s1w = lower[s1]!;
  const s1p = tag[s1]!;
  const s1u = upos[s1]!;
  const n0w = lower[n0]!;
  const n0p = tag[n0]!;
  const n0u = upos[n0]!;
  const n1w = lower[n1]!;
  const n1p = tag[n1]!;
  const n2p = tag[n2]!;
  const s0hp = tag[s0h]!;
  const s0lp = tag[s0l]!;
  const s0rp = tag[s0r]!;
  const n0lp = tag[n0l]!;
  const s0label = relation[s0]!;
  const gap = s0 === none ? 0 : distance(n0 - s0);
  const s0vr = rightCount[s0]!;
  const s0vl = leftCount[s0]!;
  const n0vl = leftCount[n0]!;

  const pS0p = mix(s0p, n0p);
  const pS0w = mix(s0w, n0w);
  const pS0u = mix(s0u, n0u);
  const s0wp = mix(s0w, s0p);
  const n0wp = mix(n0w, n0p);
  let n = 0;
  out[n++] = mix(4, n0wp);
  out[n++] = mix(5, n0w);
  out[n++] = mix(6, n0p);
  out[n++] = mix(mix(7, n1w), n1p);
  out[n++] = mix(8, n1w);
  out[n++] = mix(9, n1p);
  out[n++] = mix(mix(10, lower[n2]!), n2p);
  out[n++] = mix(11, lower[n2]!);
  out[n++] = mix(12, n2p);
  out[n++] = mix(mix(20, n0p), n1p);
  out[n++] = mix(mix(mix(21, n0p), n1p), n2p);
  out[n++] = mix(mix(37, n0w), n0vl);
  out[n++] = mix(mix(38, n0p), n0vl);
  out[n++] = mix(48, lower[n0l]!);
  out[n++] = mix(49, n0lp);
  out[n++] = mix(50, relation[n0l]!);
  out[n++] = mix(60, lower[n0l2]!);
  out[n++] = mix(61, tag[n0l2]!);
  out[n++] = mix(62, relation[n0l2]!);
  out[n++] = mix(mix(mix(66, n0p), n0lp), tag[n0l2]!);
  out[n++] = mix(mix(71, n0w), leftSet[n0]!);
  out[n++] = mix(mix(72, n0p), leftSet[n0]!);
  out[n++] = mix(1, s0wp);
  out[n++] = mix(2, s0w);
  out[n++] = mix(3, s0p);
  out[n++] = mix(mix(33, s0w), s0vr);
  out[n++] = mix(mix(34, s0p), s0vr);
  out[n++] = mix(mix(35, s0w), s0vl);
  out[n++] = mix(mix(36, s0p), s0vl);
  out[n++] = mix(41, s0label);
  out[n++] = mix(mix(67, s0w), rightSet[s0]!);
  out[n++] = mix(mix(68, s0p), rightSet[s0]!);
  out[n++] = mix(mix(69, s0w), leftSet[s0]!);
  out[n++] = mix(mix(70, s0p), leftSet[s0]!);
  out[n++] = mix(39, lower[s0h]!);
  out[n++] = mix(40, s0hp);
  out[n++] = mix(51, lower[s0h2]!);
  out[n++] = mix(52, tag[s0h2]!);
  out[n++] = mix(53, relation[s0h]!);
  out[n++] = mix(mix(mix(65, s0p), s0hp), tag[s0h2]!);
  out[n++] = mix(42, lower[s0l]!);
  out[n++] = mix(43, s0lp);
  out[n++] = mix(44, relation[s0l]!);
  out[n++] = mix(54, lower[s0l2]!);
  out[n++] = mix(55, tag[s0l2]!);
  out[n++] = mix(56, relation[s0l2]!);
  out[n++] = mix(mix(mix(63, s0p), s0lp), tag[s0l2]!);
  out[n++] = mix(45, lower[s0r]!);
  out[n++] = mix(46, s0rp);
  out[n++] = mix(47, relation[s0r]!);
  out[n++] = mix(57, lower[s0r2]!);
  out[n++] = mix(58, tag[s0r2]!);
  out[n++] = mix(59, relation[s0r2]!);
  out[n++] = mix(mix(mix(64, s0p), s0rp), tag[s0r2]!);
  out[n++] = mix(73, s1w);
  out[n++] = mix(74, s1p);
  out[n++] = mix(mix(13, s0wp), n0wp);
  out[n++] = mix(mix(14, s0wp), n0w);
  out[n++] = mix(mix(15, s0w), n0wp);
  out[n++] = mix(mix(16, s0wp), n0p);
  out[n++] = mix(mix(17, s0p), n0wp);
  out[n++] = mix(18, pS0w);
  out[n++] = mix(19, pS0p);
  out[n++] = mix(mix(22, pS0p), n1p);
  out[n++] = mix(mix(23, pS0p), s0hp);
  out[n++] = mix(mix(24, pS0p), s0lp);
  out[n++] = mix(mix(25, pS0p), s0rp);
  out[n++] = mix(mix(26, pS0p), n0lp);
  out[n++] = mix(mix(27, s0w), gap);
  out[n++] = mix(mix(28, s0p), gap);
  out[n++] = mix(mix(29, n0w), gap);
  out[n++] = mix(mix(30, n0p), gap);
  out[n++] = mix(mix(31, pS0w), gap);
  out[n++] = mix(mix(32, pS0p), gap);
  out[n++] = mix(mix(75, s1p), s0p);
  out[n++] = mix(mix(76, s1p), pS0p);
  out[n++] = mix(mix(77, s1w), n0w);
  out[n++] = mix(mix(78, s1p), n0p);
  out[n++] = mix(mix(79, s1w), s0w);
  out[n++] = mix(mix(mix(80, tag[s2]!), s1p), s0p);
  out[n++] = mix(mix(mix(81, tag[s2]!), s1p), n0p);
  out[n++] = mix(mix(82, pS0p), tag[beforeS0]!);
  out[n++] = mix(mix(83, pS0p), tag[afterS0]!);
  out[n++] = mix(mix(84, pS0p), tag[beforeN0]!);
  out[n++] = mix(mix(85, s0w), lower[beforeN0]!);
  out[n++] = mix(mix(86, suffix[s0]!), n0p);
  out[n++] = mix(mix(87, suffix[n0]!), s0p);
  out[n++] = mix(mix(88, suffix[n0]!), suffix[s0]!);
  out[n++] = mix(89, pS0u);
  out[n++] = mix(mix(90, pS0u), upos[n1]!);
  out[n++] = mix(mix(91, pS0u), s1u);
  out[n++] = mix(mix(mix(92, pS0u), gap), s0label);
  out[n++] = mix(mix(93, pS0p), s0label);
  out[n++] = mix(mix(mix(94, pS0u), rightSet[s0]!), leftSet[n0]!);
  out[n++] = mix(mix(95, pS0w), n1w);
  out[n++] = mix(mix(96, pS0w), n1p);
  out[n++] = mix(mix(mix(97, s1w), s0w), n0w);
  out[n++] = mix(mix(mix(98, s0w), n0p), lower[s0r]!);
  out[n++] = mix(mix(mix(99, s0w), n0w), relation[s0r]!);
  out[n++] = mix(mix(mix(100, s1p), pS0p), relation[s1]!);
  out[n++] = mix(mix(mix(101, s0label), relation[s1]!), n0w);
  out[n++] = mix(mix(mix(102, s0h === none ? none : lower[s0h]!), s0w), n0w);
  out[n++] = mix(mix(mix(103, pS0u), upos[n1]!), upos[n2]!);
  out[n++] = mix(mix(mix(104, lower[n0l]!), n0w), s0p);
  out[n++] = mix(mix(mix(105, s1u), mix(upos[s2]!, relation[s1]!)), pS0u);
  return n;
}

/** 1 to 4, then 5 to 6, 7 to 10, more. */
function distance(words: number): number {
  return words < 5 ? words : words < 7 ? 5 : words < 11 ? 6 : 7;
}
