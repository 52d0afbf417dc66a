import type { ComputeOptions, Patient } from "../../src/index.ts";
import { ROWS_PER_SUM, unpack } from "../../src/panel/scan/packed-sums.ts";
import { measuresOf, weightTable, type Measures } from "../../src/statement/bulk/measures.ts";
import { weightsOf } from "../../src/statement/bulk/weights.ts";
import { compile } from "../../src/statement/compile.ts";
import { scheduleOf } from "../../src/statement/schedule-of.ts";
import { anAdult } from "../support/rows.ts";
import { euros, table } from "../support/table.ts";
import { byVillage, eachWay, many, withoutUplifts } from "./each-way.ts";

const measured = (options: ComputeOptions): Measures => measuresOf(compile(scheduleOf(options)));

/** A base that pays so much in ALD and one cent without, beside a C2S that pays one amount or none. */
const pays = (inAld: string): ComputeOptions =>
  byVillage({
    ...withoutUplifts,
    "amounts.base.cases": {
      ald: { when: { ald: true }, amount: inAld },
      none: { when: { ald: false }, amount: "0.01" },
    },
  });

table(
  "the weights of a million rows of one kind are packed and unpacked exactly",
  [
    ["fr.fmt.2026", { year: 2026 }, true],
    ["fr.fpmt.2024", { year: 2024 }, true],
    ["the village, whose C2S counts for an amount and for a share", byVillage({}), true],
    ["4,095 cents and one C2S, which fill a number: 2^32 times 2^21", pays("40.95"), true],
    ["one cent more", pays("40.96"), true],
    ["amounts that one number does not hold", pays("999999.99"), true],
  ],
  (options: ComputeOptions) => {
    const measures = measured(options);
    const tables = measures.all.map((_, measure) => weightTable(measures, measure, "seen"));
    return (tables[0] as Float64Array).every((_, code) => {
      const sums = tables.map(() => new Float64Array(1));
      for (const packed of weightsOf(measures, "seen"))
        unpack(packed, (packed.table[code] as number) * ROWS_PER_SUM, 0, sums);
      return sums.every(
        (sum, measure) =>
          sum[0] === ((tables[measure] as Float64Array)[code] as number) * ROWS_PER_SUM,
      );
    });
  },
);

const child: Patient = { ...anAdult, age: 5 };
const inAld: Patient = { ...anAdult, ald: true, c2s: true };
const due = (base: number, c2s: number): unknown => ({
  patients: 1000,
  base: euros(base),
  c2s: euros(c2s),
  care: "0.00",
});

table<object, unknown>(
  "300 children, 500 adults and 200 in ALD on C2S",
  [
    ["as the village has it", {}, due(300 * 10 + 500 * 20 + 200 * 50, 200 * 4)],
    [
      "a case that pays nothing",
      { "amounts.base.cases.child.amount": "0" },
      due(500 * 20 + 200 * 50, 200 * 4),
    ],
    [
      "components that pay nothing",
      {
        "amounts.base.cases.child.amount": "0",
        "amounts.base.cases.adult.amount": "0",
        "amounts.base.cases.ald.amount": "0",
        "amounts.base.cases.ald.atLeast": "0",
        "amounts.c2s.amount": "0",
      },
      due(0, 0),
    ],
    [
      "amounts to the cent",
      {
        "amounts.base.cases.child.amount": "0.01",
        "amounts.base.cases.adult.amount": "7.77",
        "amounts.c2s.amount": "3.33",
      },
      due(300 * 0.01 + 500 * 7.77 + 200 * 50, 200 * 3.33),
    ],
    [
      "the largest amounts",
      {
        "amounts.base.cases.child.amount": "999999999.99",
        "amounts.base.cases.adult.amount": "0.01",
        "amounts.c2s.amount": "999999999.98",
      },
      due(300 * 999999999.99 + 500 * 0.01 + 200 * 50, 200 * 999999999.98),
    ],
  ],
  (edits) =>
    eachWay({
      patients: [...many(300, child), ...many(500, anAdult), ...many(200, inAld)],
      options: byVillage({ ...withoutUplifts, ...edits }),
    }),
);
