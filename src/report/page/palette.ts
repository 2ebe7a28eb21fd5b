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
