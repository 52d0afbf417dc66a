import type { Draft } from "../vector.ts";
import { combinations, FMT_OPTIONS, said, telling } from "./readings.ts";

/** The 512 combinations of readings of the FMT, on one list. Only options other than the default are named. */
export const combined = (): readonly Draft[] =>
  combinations(Object.entries(FMT_OPTIONS).map(([id, option]) => [id, ["", option]])).map(
    (all, number): Draft => {
      const chosen = Object.fromEntries(Object.entries(all).filter(([, option]) => option !== ""));
      return {
        id: `combined.${String(number).padStart(3, "0")}`,
        why: said(chosen) || "every default",
        options: { schedule: "fr.fmt.2026", year: 2026, readings: chosen },
        input: telling,
      };
    },
  );
