import { Option } from "commander";

export const pipelineOption = (): Option =>
  new Option(
    "-p, --pipeline <file>",
    "pipeline file, or the name of one that ships (default, fast, dates-only)",
  );

/** `a,b c` as a list of names. */
export const fieldList = (text: string): readonly string[] =>
  text.split(/[\s,]+/).filter((name) => name !== "");
