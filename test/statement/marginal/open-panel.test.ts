import { expect, test } from "vitest";
import { C2S_OF_UNKNOWN_KIND, cellOf, NO_C2S, SEEN, type Cell } from "../../../src/list/cell.ts";
import { ListColumns } from "../../../src/list/list-columns.ts";
import { PatientList } from "../../../src/list/patient-list.ts";
import { compile } from "../../../src/statement/compile.ts";
import { OpenPanel } from "../../../src/statement/marginal/open-panel.ts";
import { scheduleOf } from "../../../src/statement/schedule-of.ts";

const { classes } = compile(scheduleOf({ year: 2026 }));
const unknown = SEEN.indexOf("unknown");
const adult = (age: number, c2s = NO_C2S): Cell => cellOf(age, false, c2s, unknown);

/** Patients by class, those of none left out. */
function byClass({ cells, counts }: OpenPanel): Record<number, number> {
  const patients: Record<number, number> = {};
  cells.forEach((cell, i) => {
    const found = classes.classOf(cell);
    patients[found] = (patients[found] ?? 0) + (counts[i] as number);
  });
  return Object.fromEntries(Object.entries(patients).filter(([, count]) => count !== 0));
}

test("a panel counts who joins and who leaves a copy of it, and stays as it was", () => {
  const list = new PatientList(new ListColumns());
  list.add(adult(40), null, ["flu", "covid"], 0);
  list.add(adult(41), null, 3, 1);
  list.add(adult(82), null, undefined, 2);
  const panel = OpenPanel.of(classes, 2025, list);
  const [young, old, onC2s] = [adult(40), adult(82), adult(40, C2S_OF_UNKNOWN_KIND)].map((cell) =>
    classes.classOf(cell),
  ) as [number, number, number];
  // Two of 40 and 41 are paid alike.
  expect(panel.cells).toHaveLength(2);
  expect(byClass(panel)).toEqual({ [young]: 2, [old]: 1 });

  const changed = panel.copy();
  changed.leave({ cell: adult(82), prevention: 0 });
  changed.leave({ cell: adult(41), prevention: 3 });
  changed.join({ cell: adult(40, C2S_OF_UNKNOWN_KIND), prevention: ["flu", "foot"] });
  changed.join({ cell: adult(40, C2S_OF_UNKNOWN_KIND), prevention: 4 });
  changed.leave({ cell: adult(40), prevention: ["flu", "covid"] });
  expect(byClass(changed)).toEqual({ [onC2s]: 2 });
  const { referenceYear, patients, actions, indicators } = changed;
  expect({ referenceYear, patients, actions, indicators }).toEqual({
    referenceYear: 2025,
    patients: 2,
    actions: 4,
    indicators: new Map([
      ["flu", 1],
      ["covid", 0],
      ["foot", 1],
    ]),
  });

  expect(byClass(panel)).toEqual({ [young]: 2, [old]: 1 });
  expect([panel.patients, panel.actions, [...panel.indicators]]).toEqual([
    3,
    3,
    [
      ["flu", 1],
      ["covid", 1],
    ],
  ]);
});
