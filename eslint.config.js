import tseslint from "typescript-eslint";

/** Folders in order of dependency: each may import itself and those before it. */
const layers = [
  "core",
  "language",
  "stages",
  "ingest",
  "aggregate",
  "export",
  "report",
  "run",
  "evaluate",
  "cli",
];

const boundary = (folder, forbidden) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    "no-restricted-imports": ["error", { patterns: [{ regex: `^(\\.\\./)+(${forbidden.join("|")})/` }] }],
  },
});

export default tseslint.config(
  { ignores: ["dist", "output", "coverage", "src/report/page/dist"] },
  ...tseslint.configs.strict,
  {
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-console": "error",
      eqeqeq: "error",
      "prefer-const": "error",
    },
  },
  ...layers.map((folder, index) => boundary(folder, layers.slice(index + 1))).slice(0, -1),
  { files: ["training/**", "bench/**", "test/**"], rules: { "no-console": "off" } },
);
