import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { resourceFolder } from "../src/core/resource.ts";
import { models, type ModelName } from "./models.ts";

export const weightsFolder = `${resourceFolder}en/weights/`;

/** What the card of a model says beside what `models.ts` knows. */
export interface TrainedModel {
  readonly name: ModelName;
  readonly title: string;
  readonly bytes: Uint8Array;
  /** Lines of prose: what it does, how. */
  readonly about: readonly string[];
  readonly options: object;
  readonly scores: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly (string | number)[])[];
  };
  readonly weaknesses: readonly string[];
}

/** Writes the weights and, beside them, the model card. */
export function writeModel(model: TrainedModel): void {
  const { file } = models[model.name];
  writeFileSync(weightsFolder + file, model.bytes);
  writeFileSync(weightsFolder + file.replace(/\.[^.]+$/, ".md"), modelCard(model));
  console.log(`${file}: ${String(model.bytes.length)} bytes, sha256 ${sha256(model.bytes)}`);
  for (const row of model.scores.rows) console.log(cells(row).join("  "));
}

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const cells = (row: readonly (string | number)[]): string[] =>
  row.map((cell) => (typeof cell === "number" ? cell.toFixed(2) : cell));

function modelCard({ name, title, bytes, about, options, scores, weaknesses }: TrainedModel): string {
  const { file, command, data, bench } = models[name];
  const table = [scores.columns, scores.columns.map(() => "---"), ...scores.rows.map(cells)];
  return [
    `# ${title}`,
    "",
    ...about,
    "",
    `- File: \`${file}\`, ${(bytes.length / 1e6).toFixed(2)} MB, sha256 \`${sha256(bytes)}\``,
    `- Made by \`${command}\`: fixed seeds, the same bytes every time`,
    "- License: CC BY-SA 4.0 (see `LICENSE`)",
    `- Options: \`${JSON.stringify(options)}\``,
    `- Speed and current scores: \`${bench}\``,
    "",
    "## Trained on",
    "",
    ...data.map(({ name: set, license, source }) => `- ${set}, ${license}, <${source}>`),
    "",
    "## Scores",
    "",
    ...table.map((row) => `| ${row.join(" | ")} |`),
    "",
    "Measured by the training command on development data, which the settings were chosen on: expect slightly less elsewhere.",
    "",
    "## Known weaknesses",
    "",
    ...weaknesses.map((line) => `- ${line}`),
    "",
  ].join("\n");
}
