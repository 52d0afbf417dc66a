import { refuse } from "../../error.ts";
import { OLDEST } from "../../facts.ts";
import { cellOfKind, type Kind, type SeenForm } from "../../panel/columns/code.ts";
import { bandText, type Band } from "../../panel/columns/counts.ts";
import { isShare, type Compiled } from "../compiled.ts";

/** Patients of one profile whose ages are known only as a band. */
export interface KindBand {
  readonly kind: Kind;
  readonly band: Band;
}

/**
 * Refuses a band whose ages the schedule does not treat alike, naming the band and the case.
 * @param years years added to the patients' ages before pricing
 */
export function checkBands(
  compiled: Compiled,
  bands: readonly KindBand[],
  form: SeenForm,
  years: number,
): void {
  for (const { kind, band } of bands) {
    const youngest = band.from + years;
    const oldest = band.isOpen ? OLDEST : band.to + years;
    const ages = Array.from({ length: oldest - youngest + 1 }, (_, i) => youngest + i);
    const answers = ages.map((age) =>
      // Who is not yet born is no patient, whatever the cases.
      age < 0 ? ["patients"] : heldIn(compiled, cellOfKind(kind, age, form)),
    );
    const first = answers[0] as readonly string[];
    for (const [i, cases] of answers.entries()) {
      const other = [...cases, ...first].find(
        (one) => !cases.includes(one) || !first.includes(one),
      );
      if (other === undefined) continue;
      const shift = years === 0 ? "" : ` (${years > 0 ? "+" : ""}${years})`;
      const fr = `une tranche d'un seul côté de ${ages[i]} ans, où change ${other}`;
      const en = `a band on one side of ${ages[i]} years, where ${other} changes`;
      refuse("BAND_STRADDLES", "table", `${bandText(band)}${shift}`, {
        fr: `${fr} ; ou l'option split: "even"`,
        en: `${en}; or the option split: "even"`,
      });
    }
  }
}

/** Cases, and components of share uplifts, that count the patients of a cell. */
function heldIn({ amounts, uplifts, classes }: Compiled, cell: number): string[] {
  const columns = classes.columnsOf(cell);
  const cases = amounts.flatMap(({ rules }) =>
    rules.filter(({ column }) => columns.includes(column)).map(({ path }) => path),
  );
  const shares = uplifts.filter(({ rules }) =>
    rules.some(({ rate }) => isShare(rate) && columns.includes(rate.column)),
  );
  return [...cases, ...shares.map(({ component }) => component)];
}
