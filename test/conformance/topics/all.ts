import type { Draft } from "../vector.ts";
import { acts } from "./acts.ts";
import { audit } from "./audit.ts";
import { batches } from "./batches.ts";
import { cases } from "./cases.ts";
import { changes } from "./changes.ts";
import { combined } from "./combined.ts";
import { dated } from "./dated.ts";
import { dates } from "./dates.ts";
import { inForce } from "./in-force.ts";
import { instalments } from "./instalments.ts";
import { missing } from "./missing.ts";
import { partYear } from "./part-year.ts";
import { patches } from "./patches.ts";
import { pitfalls } from "./pitfalls.ts";
import { points } from "./points.ts";
import { prevention } from "./prevention.ts";
import { randomLists } from "./random-lists.ts";
import { readings } from "./readings.ts";
import { refusals } from "./refusals.ts";
import { rounds } from "./rounds.ts";
import { scenarios } from "./scenarios.ts";
import { shares } from "./shares.ts";
import { slabs } from "./slabs.ts";
import { structure } from "./structure.ts";
import { totals } from "./totals.ts";
import { uplifts } from "./uplifts.ts";

/** Every vector of the kit, a file for each topic. */
export const topics: Readonly<Record<string, readonly Draft[]>> = {
  pitfalls: pitfalls(),
  cases: cases(),
  prevention: prevention(),
  acts: acts(),
  uplifts: uplifts(),
  readings: readings(),
  combined: combined(),
  "part-year": partYear(),
  instalments: instalments(),
  dates: dates(),
  dated: dated(),
  missing: missing(),
  shares: shares(),
  changes: changes(),
  totals: totals(),
  audit: audit(),
  patches: patches(),
  batches: batches(),
  refusals: refusals(),
  "in-force": inForce(),
  points: points(),
  slabs: slabs(),
  rounds: rounds(),
  scenarios: scenarios(),
  structure: structure(),
  "random-fmt-2026": randomLists("fr.fmt.2026", 160, 2026),
  "random-fpmt-2018": randomLists("fr.fpmt.2018", 120, 2018),
  "random-fpmt-2024": randomLists("fr.fpmt.2024", 120, 2024),
  "random-proposal-2024": randomLists("fr.proposal.2024-02-08", 100, 20240208),
};
