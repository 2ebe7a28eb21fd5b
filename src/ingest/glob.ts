/** Whether a path holds the signs of a glob: `*`, `?`, `[...]`, `{a,b}`. */
export function isGlob(path: string): boolean {
  return /[*?[{]/.test(path);
}

/** The folder a glob starts in: its parts before the first sign. */
export function globRoot(glob: string): string {
  const parts = glob.split("/");
  const fixed = parts.slice(0, parts.findIndex(isGlob)).join("/");
  return fixed === "" ? (glob.startsWith("/") ? "/" : ".") : fixed;
}

/** `**` stands for any folders, `*` and `?` for any signs of one name. */
export function globPattern(glob: string): RegExp {
  let source = "";
  let braces = 0;
  for (let i = 0; i < glob.length; i++) {
    const sign = glob[i]!;
    const classEnd = sign === "[" ? glob.indexOf("]", i + 2) : -1;
    if (glob.startsWith("**/", i)) {
      source += "(?:[^/]+/)*";
      i += 2;
    } else if (glob.startsWith("**", i)) {
      source += ".*";
      i += 1;
    } else if (sign === "*") source += "[^/]*";
    else if (sign === "?") source += "[^/]";
    else if (classEnd > 0) {
      source += glob
        .slice(i, classEnd + 1)
        .replace(/^\[!/, "[^")
        .replaceAll("\\", "\\\\");
      i = classEnd;
    } else if (sign === "{" && glob.includes("}", i)) {
      source += "(?:";
      braces++;
    } else if (sign === "}" && braces > 0) {
      source += ")";
      braces--;
    } else if (sign === "," && braces > 0) source += "|";
    else source += sign.replace(/[\\^$.|+()[\]{}]/, "\\$&");
  }
  return new RegExp(`^${source}$`, "u");
}
