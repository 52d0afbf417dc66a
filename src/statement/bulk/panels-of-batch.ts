import type { Account, ReadBatch } from "../../list/batch-reader.ts";
import type { Batch } from "../../list/batch.ts";
import { C2S, factsOf, type Facts } from "../../list/cell.ts";
import { kindOf, stateOf, type SeenForm } from "../../panel/columns/code.ts";
import { noOthers } from "../../panel/columns/others.ts";
import { Roster } from "../../panel/columns/roster.ts";
import { makePanels, type Panels } from "../../panel/panels.ts";
import { countPanel } from "../../panel/panel.ts";
import { PrefixCounts } from "../../panel/scan/prefix-counts.ts";
import { Tallies } from "../../panel/scan/tallies.ts";
import type { Compiled } from "../compiled.ts";
import { patientReader, referenceYearOf } from "../facts.ts";
import { requirementsOf } from "../requirements.ts";

/**
 * Panels of a list that was read row by row for a schedule. Where rows do not tell alike when
 * patients were last seen, seen means within the schedule's window.
 */
export function panelsOfBatch(
  compiled: Compiled,
  year: number,
  { accounts }: ReadBatch,
  { physicians, practices }: Batch,
): Panels {
  const referenceYear = referenceYearOf(compiled.schedule.reads.on, year);
  const roster = new Roster(physicians, referenceYear, false, practices);
  const panels = accounts.map(({ patients }) => countPanel(referenceYear, patients));
  const seenForm = formOf(accounts);
  const indicators = [...new Set(panels.flatMap((one) => [...one.indicators.keys()]))];
  const tallies = new Tallies(indicators);
  const store = new PrefixCounts();
  for (const [i, { physician, patients }] of accounts.entries()) {
    const { id } = physician;
    const slot = id === null ? roster.only : roster.named(id);
    if (slot < 0) continue;
    tallies.grow(roster.count);
    const panel = panels[i] as (typeof panels)[number];
    for (const cell of Array.from(panel.cells)) {
      const facts = factsOf(cell);
      const seen = stateOf(seenForm, seenAs(compiled, facts, seenForm));
      const kind = kindOf(facts.ald ? 1 : 0, C2S.indexOf(facts.c2s), seen);
      store.add(slot, (kind << 8) | facts.age);
    }
    tallies.add(slot, patients.size, panel.actions);
    for (const [indicator, count] of panel.indicators)
      tallies.validated[slot * indicators.length + indicators.indexOf(indicator)] = count;
  }
  tallies.grow(roster.count);
  store.end();
  const actions = accounts.flatMap(({ patients }) => Array.from(patients.actions));
  const most = actions.reduce((before, one) => Math.max(before, one), 0);
  return makePanels({
    referenceYear,
    others: noOthers(),
    told: {
      scale: 1,
      seenForm,
      seenWithin: requirementsOf(compiled).seenWithin,
      prevention: accounts.some(({ columns }) => columns?.prevention),
      mostActions: most > 0 ? most : undefined,
      bands: [],
      crossed: [],
      physicianAges: [],
    },
    store,
    tallies,
    roster,
  });
}

const YEARS: ReadonlySet<Facts["seen"]> = new Set(["this-year", "year-before", "earlier"]);

function formOf(accounts: readonly Account[]): SeenForm {
  const all = new Set(
    accounts.flatMap(({ patients }) => Array.from(patients.cells, (cell) => factsOf(cell).seen)),
  );
  if ([...all].every((seen) => seen === "unknown")) return "unknown";
  return [...all].every((seen) => YEARS.has(seen)) ? "yearsSinceSeen" : "seen";
}

function seenAs({ schedule, reads }: Compiled, facts: Facts, form: SeenForm): Facts["seen"] {
  if (form !== "seen" || facts.seen === "yes" || facts.seen === "no") return facts.seen;
  if (!reads.has("seen")) return facts.seen === "earlier" ? "no" : "yes";
  return patientReader(schedule, facts)("seen") ? "yes" : "no";
}
