import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: [".bench", "dist", "output", "coverage", "src/report/page/dist"] },
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
  { files: ["training/**", "bench/**", "test/**"], rules: { "no-console": "off" } },
);
