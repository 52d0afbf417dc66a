import { fail } from "../report/failure.ts";
import type { Args } from "./args.ts";
import { commandName, optionName } from "./french.ts";
import { options, type CommandName, type OptionName } from "./names.ts";

const EVERYWHERE: readonly OptionName[] = ["locale", "help", "version"];
const SCHEDULE = ["year", "schedule", "reading", "patch", "set"] as const;
const COLUMNS = ["map", "ignore", "blank", "sheet"] as const;
const FILES = ["physicians", "practices", "previous", "engine", ...SCHEDULE, ...COLUMNS] as const;
const BESIDE = ["acts", "statuses", "codes"] as const;
const LIST = [...FILES, "physician", "never-seen", "shared-ids", ...BESIDE] as const;

const PANELS = [
  ...SCHEDULE,
  ...COLUMNS,
  "physicians",
  "practices",
  "previous",
  "physician",
  ...BESIDE,
  "counts",
  "format",
  "csv",
  "out",
] as const;

/** The options that each command takes beside those of every command. */
const TAKEN: Readonly<Record<CommandName, readonly OptionName[]>> = {
  check: [...LIST, "format"],
  map: [...FILES, "out"],
  compute: [
    ...LIST,
    "counts",
    "raise",
    "format",
    "csv",
    "detail",
    "out",
    "skip-invalid",
    "rejects",
  ],
  explain: [...LIST, "patient", "format"],
  readings: [...LIST, "counts", "paid", "format"],
  reconcile: [
    ...SCHEDULE,
    ...COLUMNS,
    "physicians",
    "physician",
    "never-seen",
    "key",
    "format",
    "out",
  ],
  "check-payment": [...LIST, "paid", "format", "csv", "out"],
  sql: [...SCHEDULE, "dialect", "grain", "table", "physicians", "map", "dated", "without"],
  population: ["year", "physicians", "seed", "margins", "format", "detail", "out"],
  worklist: [...LIST, "as-of", "with-amounts", "format", "csv", "out", "skip-invalid"],
  dashboard: [...LIST, "patient", "as-of", "format", "out", "skip-invalid"],
  regimes: [
    ...COLUMNS,
    "year",
    "physicians",
    "practices",
    "physician",
    "never-seen",
    "shared-ids",
    "counts",
    "add",
    "add-new",
    "format",
    "csv",
    "out",
  ],
  share: [...LIST, "counts", "threshold", "format", "csv", "out"],
  compare: [
    ...PANELS.filter((name) => name !== "schedule"),
    "a",
    "b",
    "by",
    "quantiles",
    "add",
    "add-new",
  ],
  sweep: [...PANELS, "scenario", "vary"],
  solve: [...PANELS, "scenario", "path", "total", "change", "neutral-to"],
  "check-policy": [...PANELS, "scenario", "policy", "old"],
  schedules: [],
  schedule: ["format"],
};

/** Refuses an option that the command would leave aside. @throws Failure USAGE */
export function checkTaken(command: CommandName, { values }: Args): void {
  const taken = TAKEN[command];
  const given = (Object.keys(options) as OptionName[]).filter((name) => values[name] !== undefined);
  const other = given.find((name) => !taken.includes(name) && !EVERYWHERE.includes(name));
  if (other !== undefined)
    fail(
      "USAGE",
      `${commandName(command, "fr")} ne prend pas ${optionName(other, "fr")} (voir --aide)`,
      `${command} takes no ${optionName(other, "en")} (see --help)`,
    );
}
