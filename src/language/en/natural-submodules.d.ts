declare module "natural/lib/natural/distance/jaro-winkler_distance.js" {
  export default function jaroWinkler(
    a: string,
    b: string,
    options?: { readonly ignoreCase?: boolean },
  ): number;
}
