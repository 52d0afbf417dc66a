import { ForfaitError, refuse, type Refusal } from "../../error.ts";
import { C2S, factsOf, type Cell } from "../../list/cell.ts";
import type { Scale } from "../../millionths.ts";
import { isAbsent, type Patient } from "../../list/patient.ts";
import { readPatient, type ReadContext } from "../../list/patient-facts.ts";
import { c2sOf, withC2s } from "./code.ts";
import { countedBy, marginSlot, type Counted, type CountRow } from "./counts.ts";
import type { Roster, Slot } from "./roster.ts";

/** A row that has no age and no ALD counts, among the patients of the others, those in the C2S. */
export const isMargin = ({ age, ald }: CountRow): boolean => isAbsent(age) && isAbsent(ald);

/** Patients in the C2S whose age, ALD and last visit are not known. */
export interface Margin {
  readonly slot: Slot;
  /** Index into `C2S`. */
  readonly c2s: number;
  readonly n: number;
}

/** Reads a margin. @throws ForfaitError if a value is refused */
export function readMargin(
  row: CountRow,
  index: number,
  context: ReadContext,
  roster: Roster,
  scale: Scale,
): Margin | undefined {
  const path = `table[${index}]`;
  for (const field of ["seen", "yearsSinceSeen"] as const)
    if (!isAbsent(row[field]))
      refuse("MARGIN_CROSSED", `${path}.${field}`, row[field], {
        fr: "vide, dans une ligne sans âge ni ALD, qui compte les bénéficiaires de la C2S",
        en: "blank, in a row without age and ALD, which counts who has the C2S",
      });
  const tellsActionsAlone = isAbsent(row.c2s) && isAbsent(row.n) && !isAbsent(row.prevention);
  if (tellsActionsAlone) return undefined;
  const refusals: Refusal[] = [];
  const patient = { age: 40, ald: false, c2s: row.c2s } as Patient;
  const cell = readPatient(patient, index, { ...context, seenWithin: undefined }, refusals, []);
  const [first] = refusals;
  if (first) throw new ForfaitError(first);
  const c2s = C2S.indexOf(factsOf(cell as Cell).c2s);
  if (c2s === 0)
    refuse("MARGIN_CROSSED", `${path}.c2s`, row.c2s, {
      fr: "oui, sans participation ou avec : une ligne sans âge ni ALD compte la C2S",
      en: "true, free or contributory: a row without age and ALD counts the C2S",
    });
  const n = countedBy(scale, row.n, `${path}.n`);
  return { slot: marginSlot(row, index, roster), c2s, n };
}

/**
 * Gives the C2S to as many patients as margins count, whoever they are: the schedule must not tell.
 * @throws ForfaitError COUNT_INVALID for more than there are
 */
export function withMargins(
  rows: readonly Counted[],
  margins: readonly Margin[],
  scale: Scale,
): Counted[] {
  return margins.reduce<Counted[]>(
    (all, { slot, c2s, n }) => {
      let left = n;
      const given = all.flatMap((row) => {
        if (row.slot !== slot || c2sOf(row.kind) !== 0 || left === 0) return [row];
        const part = Math.min(left, row.n);
        left -= part;
        return [
          { ...row, kind: withC2s(row.kind, c2s), n: part },
          { ...row, n: row.n - part },
        ];
      });
      if (left > 0)
        refuse("COUNT_INVALID", "table", n / scale, {
          fr: `au plus ${(n - left) / scale} : les patients des autres lignes`,
          en: `at most ${(n - left) / scale}: the patients of the other rows`,
        });
      return given;
    },
    [...rows],
  );
}
