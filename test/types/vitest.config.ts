import { defineConfig } from "vitest/config";

/** What an editor offers: checks that need the whole of TypeScript, which `npm test` does not. */
export default defineConfig({
  test: { include: ["test/types/completions.ts"], testTimeout: 600_000 },
});
