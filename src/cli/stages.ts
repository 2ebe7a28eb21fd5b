import { Command } from "commander";
import { z } from "zod";
import { nearest } from "../core/problem.ts";
import type { AnyStage } from "../core/stage.ts";
import type { AnyResource } from "../core/resource.ts";
import { stages } from "../stages/index.ts";
import { exit, withExitCode } from "./exit.ts";
import { outColors as color, print, say } from "./terminal.ts";

export function stagesCommand(): Command {
  return new Command("stages")
    .description("List the stages, or tell all about one: layers, options, resources, tables.")
    .argument("[name]", "a stage")
    .addHelpText(
      "after",
      `
Examples:
  dyadic stages
  dyadic stages dates`,
    )
    .action((name?: string) =>
      withExitCode(async () => {
        if (name === undefined) {
          const width = Math.max(...stages.map((stage) => stage.name.length));
          for (const stage of stages) print(`${color.bold(stage.name.padEnd(width))}  ${stage.summary}`);
          return exit.done;
        }
        const stage = stages.find((candidate) => candidate.name === name);
        if (stage === undefined) {
          const near = nearest(name, stages.map((candidate) => candidate.name)); // prettier-ignore
          say(`There is no stage "${name}".${near === undefined ? "" : ` Did you mean "${near}"?`}`);
          return exit.nothing;
        }
        print(describeStage(stage));
        return exit.done;
      }),
    );
}

function describeStage(stage: AnyStage): string {
  const list = (names: readonly string[]): string => (names.length === 0 ? "-" : names.join(", "));
  const lines = [
    `${color.bold(stage.name)}: ${stage.summary}`,
    `needs:   ${list(stage.needs)}`,
    `uses:    ${list(stage.uses)}`,
    `gives:   ${list(stage.gives)}`,
    `fills:   ${list(stage.tables.map((table) => table.name))}`,
  ];
  const { properties = {} } = z.toJSONSchema(stage.options, { io: "input" });
  const options = Object.entries(properties as Record<string, { default?: unknown; description?: string }>);
  if (options.length > 0) lines.push("", color.bold("options"));
  for (const [name, { default: value, description = "" }] of options)
    lines.push(`  ${name}: ${JSON.stringify(value)}`, `      ${description}`);
  const resources = Object.values(stage.resources as Record<string, AnyResource>);
  if (resources.length > 0) lines.push("", color.bold("resources"));
  for (const { name, summary } of resources) lines.push(`  ${name}`, `      ${summary}`);
  return lines.join("\n");
}
