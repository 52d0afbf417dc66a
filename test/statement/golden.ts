import { readFileSync } from "node:fs";
import { computePhysician, type PhysicianInput, type Statement } from "../../src/index.ts";

/** The schedules that have a golden statement: `fixtures/golden/<id>.input.json` gives `<id>.json`. */
export const GOLDEN = [
  "fr.fpmt.2018",
  "fr.fpmt.2024",
  "fr.fmt.2026",
  "fr.proposal.2024-02-08",
] as const;

export function computeGolden(id: string): Statement {
  const { schedule, year, ...input } = read(`${id}.input`) as PhysicianInput & {
    schedule: string;
    year: number;
  };
  return computePhysician(input, { schedule, year });
}

export function expectedGolden(id: string): Statement {
  return read(id) as Statement;
}

function read(name: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`../../fixtures/golden/${name}.json`, import.meta.url), "utf8"),
  );
}
