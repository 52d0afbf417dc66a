import { getSchedule, loadSchedule, applyPatch, type SchedulePatch } from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

const exactlyOne = ["exactement un cas", "exactly one case"] as const;
const atMostOne = ["un cas au plus", "at most one case"] as const;
const gap = (path: string, facts: string): Why =>
  why("SCHEDULE_GAP", path, `"${facts}"`, ...exactlyOne);
const base = "amounts.base.cases";

table<Readonly<Record<string, unknown>>, Why>(
  "base cases that leave a gap or overlap are refused, with the age and the facts",
  [
    ["a gap of one year", { [`${base}.adult.when.age`]: "19+" }, gap("base", "age 18, ald false")],
    ["a gap of years", { [`${base}.child.when.age`]: "0-14" }, gap("base", "age 15-17, ald false")],
    ["a gap at birth", { [`${base}.child.when.age`]: "1-17" }, gap("base", "age 0, ald false")],
    [
      "a gap at the end",
      { [`${base}.adult.when.age`]: "18-99" },
      gap("base", "age 100+, ald false"),
    ],
    [
      "a gap at the oldest age",
      { [`${base}.adult.when.age`]: "18-128" },
      gap("base", "age 129+, ald false"),
    ],
    [
      "a gap of a fact",
      { [`${base}.ald.when.c2s`]: true },
      gap("base", "age 0-17, ald true, c2s none"),
    ],
    ["a case that is missing", { [`${base}.adult`]: undefined }, gap("base", "age 18+, ald false")],
    [
      "an overlap of one year",
      { [`${base}.child.when.age`]: "0-18" },
      why("SCHEDULE_OVERLAP", "base", '"age 18, ald false: child + adult"', ...exactlyOne),
    ],
    [
      "an overlap of a fact",
      { [`${base}.child.when.ald`]: undefined },
      why("SCHEDULE_OVERLAP", "base", '"age 0-17, ald true: child + ald"', ...exactlyOne),
    ],
    [
      "an overlap of uplifts",
      {
        "uplifts.cases.zone.cases": {
          a: { when: { physicianAge: "67+" } },
          b: { when: { physicianAge: "60-70" } },
        },
      },
      why("SCHEDULE_OVERLAP", "zone", '"zone ZIP, physicianAge 67-70: a + b"', ...atMostOne),
    ],
    [
      "an overlap of years of installation",
      {
        "reads.installationYear": "civil",
        "uplifts.cases.zone.cases": {
          a: { when: { installationYear: "1-2" } },
          b: { when: { installationYear: "2+" } },
        },
      },
      why("SCHEDULE_OVERLAP", "zone", '"zone ZIP, installationYear 2: a + b"', ...atMostOne),
    ],
    [
      "an overlap of sectors",
      {
        "uplifts.cases.zone.cases": {
          a: { when: { sector: ["1", "2-optam"] } },
          b: { when: { sector: ["2-optam", "2"] } },
        },
      },
      why("SCHEDULE_OVERLAP", "zone", '"zone ZIP, sector 2-optam: a + b"', ...atMostOne),
    ],
  ],
  (edits) => refused(() => loadSchedule(villageWith(edits))),
);

table<SchedulePatch, Why>(
  "so does a patch of the FMT that would open a gap",
  [
    ["at 75", { "base.75-79.when.age": "76-79" }, gap("base", "seen true, ald false, age 75")],
    [
      "at 80 in ALD",
      { "base.ald-80+.when.age": "81+" },
      gap("base", "seen true, ald true, age 80"),
    ],
    [
      "among those not seen",
      { "base.not-seen.when.c2s": false },
      gap("base", "seen false, c2s free, ald false, age 0-6"),
    ],
    [
      "overlap at 6 and 7",
      { "base.0-6.when.age": "0-7" },
      why("SCHEDULE_OVERLAP", "base", '"seen true, ald false, age 7: 0-6 + 7-74"', ...exactlyOne),
    ],
  ],
  (patch) => refused(() => applyPatch(getSchedule("fr.fmt.2026"), patch)),
);

table<Readonly<Record<string, unknown>>, string>(
  "what leaves no gap loads",
  [
    [
      'a gap under "at most one"',
      { "amounts.base.pick": "at most one", [`${base}.adult`]: undefined },
      "fr.village",
    ],
    [
      'an overlap under "each"',
      { "amounts.base.pick": "each", [`${base}.child.when.age`]: "0-30" },
      "fr.village",
    ],
    [
      "bands that meet at another age",
      { [`${base}.child.when.age`]: "0-15", [`${base}.adult.when.age`]: "16+" },
      "fr.village",
    ],
    [
      "a last band that ends with the oldest age",
      { [`${base}.adult.when.age`]: "18-129" },
      "fr.village",
    ],
    [
      "an overlap in a year before the first of an installation",
      {
        "reads.installationYear": "civil",
        "uplifts.cases.zone.cases": {
          a: { when: { installationYear: "0" } },
          b: { when: { installationYear: "0-3" } },
        },
      },
      "fr.village",
    ],
    [
      "a gap that the condition of the component leaves out",
      { "amounts.base.when": { age: "18+" }, [`${base}.child`]: undefined },
      "fr.village",
    ],
  ],
  (edits) => loadSchedule(villageWith(edits)).id,
);
