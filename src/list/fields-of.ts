import { copyOfFacts } from "./given-facts.ts";

/** The fields of a row that are known, each read once, and the names of those that are not. */
export interface Fields<Row> {
  readonly row: Row;
  readonly unknown: readonly string[];
}

/** Periods of a fact, each read once; what is no list stays as it is. */
export function copyOfPeriods(given: unknown): unknown {
  return Array.isArray(given)
    ? given.map((period: unknown) =>
        typeof period === "object" && period !== null && !Array.isArray(period)
          ? { ...period }
          : period,
      )
    : given;
}

/** Undefined if the row is not an object, or if a getter throws. */
export function fieldsOf<Row extends object>(
  given: Row,
  known: readonly (keyof Row & string)[],
): Fields<Row> | undefined {
  try {
    if (typeof given !== "object" || given === null || Array.isArray(given)) return undefined;
    const row: Record<string, unknown> = {};
    for (const field of known)
      row[field] = field === "facts" ? copyOfFacts(given[field]) : copyOfPeriods(given[field]);
    const unknown: string[] = [];
    for (const field in given) if (!Object.hasOwn(row, field)) unknown.push(field);
    return { row: row as Row, unknown };
  } catch {
    return undefined;
  }
}
