// Submodules only: the package's root loads database drivers and prints to standard output.
import distance from "natural/lib/natural/distance/jaro-winkler_distance.js";

/** Jaro-Winkler similarity of two strings, 0 (nothing alike) to 1 (equal). */
export function jaroWinkler(a: string, b: string): number {
  return distance(a, b, {});
}
