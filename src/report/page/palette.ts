/** Colors of the current theme, from the style sheet: one place says what positive looks like. */
export function palette(): {
  positive: string;
  negative: string;
  neutral: string;
  ink: string;
  paper: string;
} {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    positive: read("--positive"),
    negative: read("--negative"),
    neutral: read("--neutral"),
    ink: read("--ink"),
    paper: read("--paper"),
  };
}

/** Red, green and blue of `#rrggbb`. */
const channels = (color: string): number[] => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));

/** Black or white, whichever stands out more from the mixture of two colors; contrast as in WCAG 2.2, never below 4.5. */
export function inkOver(from: string, to: string, share: number): "black" | "white" {
  const [a, b] = [channels(from), channels(to)];
  const [red = 0, green = 0, blue = 0] = a.map((value, at) => {
    const mixed = (value + (b[at]! - value) * share) / 255;
    return mixed <= 0.03928 ? mixed / 12.92 : ((mixed + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return (luminance + 0.05) / 0.05 >= 1.05 / (luminance + 0.05) ? "black" : "white";
}
