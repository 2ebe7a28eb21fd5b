/** "By Ann Lee", "By ANN LEE and Bob Ray, Associated Press": names only, no sentence. At most 15 words. */
export function isByline(line: string): boolean {
  if (line.length > 160 || !/^by\s/i.test(line) || /[.!?]["”]?$/.test(line.replace(/\b(?:Jr|Sr)\.$/, "")))
    return false;
  const words = line.slice(3).trim().split(/\s+/);
  if (words.length > 15 || words.length < 2) return false;
  const names = words.filter((word) => /^[("]?\p{Lu}/u.test(word)).length;
  const joining = words.filter((word) => /^(?:\p{Ll}{1,3}|[&|/–—-])$/u.test(word)).length;
  return names >= 2 && names + joining >= words.length - (/\d/.test(line) ? 6 : 0);
}
