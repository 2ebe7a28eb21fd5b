import type { MissedBar } from "./bars.ts";
import type { Evaluation } from "./evaluate.ts";

const escape = (text: string): string =>
  text.replace(/[<>&"]/g, (sign) => ({ "<": "&lt;", ">": "&gt;", "&": "&amp;" })[sign] ?? "&quot;");

/** The evaluation as JUnit XML: a test case a measure, failed where a bar is missed. */
export function junit({ measures }: Evaluation, missed: readonly MissedBar[]): string {
  const unmeasured = missed.filter((bar) => !measures.some(({ name }) => name === bar.measure));
  const names = [...measures.map(({ name }) => name), ...new Set(unmeasured.map(({ measure }) => measure))];
  const cases = names.map((name) => {
    const failures = missed
      .filter((bar) => bar.measure === name)
      .map(
        ({ ratio, least, value }) =>
          `    <failure message="${ratio} ${value === undefined ? "was not measured" : `is ${value.toFixed(1)}`}, the bar is ${String(least)}"/>`,
      );
    const open = `  <testcase classname="dyadic.${escape(name.split(".")[0]!)}" name="${escape(name)}"`;
    return failures.length === 0 ? `${open}/>` : [`${open}>`, ...failures, "  </testcase>"].join("\n");
  });
  const failed = new Set(missed.map(({ measure }) => measure)).size;
  const head = `<testsuite name="dyadic evaluate" tests="${String(names.length)}" failures="${String(failed)}">`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...cases, "</testsuite>", ""].join("\n");
}
