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
  "fr.round.2023-12-21",
  "fr.proposal.2024-02-08",
  "fr.round.2024-03-14",
  "fr.round.2024-05-17",
  "fr.forfait-structure.2025",
  "fr.donum.2026",
  "be.nurse-premium.2024",
] as const;

type Golden = Omit<Statement, "library" | "schedule"> & {
  readonly schedule: Omit<Statement["schedule"], "digest">;
};

/** The golden statement of a schedule, without what moves while no amount does: the version of the library, the digest. */
export function computeGolden(id: string): Golden {
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
  const statement = computePhysician(input, { schedule, year, patch });
  const { library: _, schedule: told, ...golden } = statement;
  const { digest: __, ...rest } = told;
  return { ...golden, schedule: rest };
}

export function expectedGolden(id: string): Golden {
  return read(id) as Golden;
}

function read(name: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`../../fixtures/golden/${name}.json`, import.meta.url), "utf8"),
  );
}
