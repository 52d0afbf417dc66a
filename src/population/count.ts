import type { Physician } from "../list/physician.ts";
import { noOthers } from "../panel/columns/others.ts";
import { Roster } from "../panel/columns/roster.ts";
import { makePanels, type Panels } from "../panel/panels.ts";
import { PrefixCounts } from "../panel/scan/prefix-counts.ts";
import { Tallies } from "../panel/scan/tallies.ts";
import { CODE_OF_CELL } from "./cells.ts";
import type { Lists } from "./lists.ts";
import type { SyntheticPhysician } from "./physicians.ts";

/** Counts patients as they are drawn: no row of theirs is made. */
export function countLists(
  lists: Lists,
  physicians: readonly SyntheticPhysician[],
  referenceYear: number,
): Panels {
  const store = new PrefixCounts();
  const tallies = new Tallies([]);
  tallies.grow(physicians.length);
  for (const slot of physicians.keys()) {
    const { patients, cellOf } = lists.list(slot);
    for (let patient = 0; patient < patients; patient++)
      store.add(slot, CODE_OF_CELL[cellOf(patient)] as number);
    tallies.add(slot, patients, 0);
  }
  store.end();
  return makePanels({
    referenceYear,
    others: noOthers(),
    told: {
      scale: 1,
      seenForm: "yearsSinceSeen",
      seenWithin: undefined,
      prevention: false,
      mostActions: undefined,
      bands: [],
      crossed: [],
      physicianAges: [],
    },
    store,
    tallies,
    roster: new Roster(physicians.map(readByPanels), referenceYear, true),
  });
}

/** Of each physician, a field that panels do not know would be looked at for a misspelling. */
function readByPanels(physician: SyntheticPhysician): Physician {
  const { id, zone, sector, birthDate, firstInstallation } = physician;
  return { id, zone, sector, birthDate, firstInstallation };
}
