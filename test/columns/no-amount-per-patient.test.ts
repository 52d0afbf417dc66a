import { euros, table } from "../support/table.ts";
import { anAdult } from "../support/rows.ts";
import { byVillage, eachWay, withoutUplifts } from "./each-way.ts";

const options = byVillage({
  ...withoutUplifts,
  "amounts.base": undefined,
  "amounts.c2s": undefined,
});

table(
  "patients are counted where none brings anything but his prevention",
  [
    ["no action", [undefined, undefined, undefined], { patients: 3, care: euros(0) }],
    [
      "two flu and one HPV",
      [["flu"], ["flu", "hpv"], undefined],
      { patients: 3, care: euros(2 * 3 + 2.5) },
    ],
  ],
  (prevention: readonly (string[] | undefined)[]) =>
    eachWay({
      patients: prevention.map((done) => ({ ...anAdult, ...(done && { prevention: done }) })),
      options,
    }),
);
