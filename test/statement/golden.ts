import { readFileSync } from "node:fs";
import {
  computePhysician,
  type PhysicianInput,
  type SchedulePatch,
  type Statement,
} from "../../src/index.ts";

/** The schedules that have a golden statement: `fixtures/golden/<id>.input.json` gives `<id>.json`. */
export const GOLDEN = [
  "fr.fpmt.2018",
  "fr.fpmt.2024",
  "fr.fmt.2026",
  "fr.proposal.2024-02-08",
  "fr.donum.2026",
  "be.nurse-premium.2024",
] as const;

export function computeGolden(id: string): Statement {
  const {
    schedule,
    year,
    patch = {},
    ...input
  } = read(`${id}.input`) as PhysicianInput & {
    schedule: string;
    year: number;
    patch?: SchedulePatch;
  };
  return computePhysician(input, { schedule, year, patch });
}

export function expectedGolden(id: string): Statement {
  return read(id) as Statement;
}

function read(name: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`../../fixtures/golden/${name}.json`, import.meta.url), "utf8"),
  );
}
