import { readFileSync } from "node:fs";
import { toSql, type ComputeOptions, type SqlTarget } from "../../src/index.ts";

interface Golden {
  readonly target: SqlTarget;
  readonly options: ComputeOptions;
}

const fmt = { year: 2026, schedule: "fr.fmt.2026" };
const everyTable = { grain: "patient", physicians: "physicians" } as const;

/** The queries that are kept as text: `fixtures/golden/NAME.sql`. */
export const GOLDEN: Readonly<Record<string, Golden>> = {
  "fr.fmt.2026.duckdb": { target: { ...everyTable, dialect: "duckdb" }, options: fmt },
  "fr.fmt.2026.postgres": { target: { ...everyTable, dialect: "postgres" }, options: fmt },
  "fr.fmt.2026.spark": {
    target: { ...everyTable, dialect: "spark" },
    options: { ...fmt, readings: { "zone-and-age": "highest" } },
  },
  "fr.fpmt.2018.postgres": {
    target: { physicians: "registry.doctors", table: "analytics.panel", dialect: "postgres" },
    options: {
      year: 2024,
      schedule: "fr.fpmt.2018",
      readings: { leaving: "days" },
      patch: { "precarity.rate.cap": "24%" },
    },
  },
  "fr.fpmt.2018.spark": {
    target: { ...everyTable, dialect: "spark" },
    options: { year: 2024, schedule: "fr.fpmt.2018", readings: { leaving: "days" } },
  },
  "fr.proposal.2024-02-08.postgres": {
    target: { dialect: "postgres", columns: { indicators: { flu: "flu", mmr: "rougeole" } } },
    options: { year: 2026, schedule: "fr.proposal.2024-02-08" },
  },
};

export function printGolden(name: string): string {
  const { target, options } = GOLDEN[name] as Golden;
  return toSql(target, options);
}

export function expectedGolden(name: string): string {
  return readFileSync(new URL(`../../fixtures/golden/${name}.sql`, import.meta.url), "utf8");
}
