import type { Statement } from "../../src/index.ts";

/** A statement without what rows alone tell: an age or a sex stands beside no indicator in columns. */
export function asFromColumns(statement: Statement): Statement {
  const warnings = statement.warnings.filter(({ code }) => code !== "prevention-impossible");
  return { ...statement, warnings };
}
