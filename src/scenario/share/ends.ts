import { refuse } from "../../error.ts";
import { OLDEST } from "../../facts.ts";
import type { Physician } from "../../list/physician.ts";
import type { Cents } from "../../money/cents.ts";
import { countsOf } from "../../panel/panels.ts";
import type { CountRow } from "../../panel/columns/counts.ts";
import type { Schedule } from "../../schedule/language.ts";
import { agesAskedBy } from "../../statement/bulk/measures.ts";
import { panelsFromCounts } from "../../statement/bulk/counts.ts";
import { pricePanels } from "../../statement/bulk/price-panels.ts";
import { compile } from "../../statement/compile.ts";
import type { Compiled } from "../../statement/compiled.ts";
import { lastDay } from "../../day.ts";
import { referenceYearOf } from "../../statement/facts.ts";
import type { SharedFacts, SharedPanel } from "./shared.ts";
import { counted } from "../../typography.ts";

/** What one patient brings, in each component of amounts. */
interface Unit {
  readonly row: Omit<CountRow, "n">;
  readonly cents: ReadonlyMap<string, Cents>;
}

/** The lists that a shared panel may be of, priced at both ends. */
export class Ends {
  readonly compiled: Compiled;
  readonly #panel: SharedPanel;
  readonly #year: number;
  readonly #physician: Physician | undefined;
  readonly #units: ReadonlyMap<SharedFacts, readonly Unit[]>;
  readonly #prevention: Readonly<Record<"least" | "most", ReadonlyMap<string, number>>>;

  constructor(panel: SharedPanel, schedule: Schedule, year: number, physician?: Physician) {
    this.compiled = compile(schedule);
    this.#panel = panel;
    this.#year = year;
    this.#physician = physician;
    checkSchedule(schedule);
    const day = lastDay(referenceYearOf(schedule.reads.on, year));
    if (day !== panel.referenceDate)
      refuse("REFERENCE_DAY_DIFFERS", "shared.referenceDate", panel.referenceDate, {
        fr: `une patientèle du ${day}`,
        en: `a panel of ${day}`,
      });
    const window = schedule.reads.seenWithin;
    if (
      panel.seenWithin !== null &&
      window !== undefined &&
      Number.parseInt(window, 10) !== panel.seenWithin
    )
      refuse("SEEN_WINDOW_DIFFERS", "shared.seenWithin", panel.seenWithin, {
        fr: `un « vu » sur ${counted(Number.parseInt(window, 10), "fr", "an", "ans")}`,
        en: `seen within ${counted(Number.parseInt(window, 10), "en", "year", "years")}`,
      });
    this.#units = this.#priceUnits(schedule);
    this.#prevention = { least: this.#preventionAt(-1), most: this.#preventionAt(1) };
  }

  /**
   * The least and the most of some components together, or of an uplift at the least and the most
   * of what it bears on.
   */
  of(components: readonly string[], uplift?: string): [Cents, Cents] {
    const wanted = uplift === undefined ? components : [uplift];
    return ([-1, 1] as const).map((sign) => {
      const due = this.#price(components, sign);
      return wanted.reduce((sum, component) => sum + (due.get(component) as Cents), 0);
    }) as [Cents, Cents];
  }

  /** Amounts of the list in which some components together are least, or most. */
  #price(components: readonly string[], sign: 1 | -1): ReadonlyMap<string, Cents> {
    const rows = this.#panel.cells.flatMap(({ of, n }) => this.#rowsOf(of, n, components, sign));
    const told = this.#prevention[sign < 0 ? "least" : "most"];
    return this.#amountsOf(rows, told)[0] as ReadonlyMap<string, Cents>;
  }

  /** Each hidden cell has somebody; the rest are where they bring least, or most. */
  #rowsOf(
    of: readonly SharedFacts[],
    n: number,
    components: readonly string[],
    sign: 1 | -1,
  ): CountRow[] {
    if (n === 0) return [];
    const best = of.map((facts) => {
      const units = this.#units.get(facts) as readonly Unit[];
      return extreme(units, components, sign);
    });
    const chosen = extreme(best, components, sign);
    return best.map((unit) => ({ ...unit.row, n: unit === chosen ? n - of.length + 1 : 1 }));
  }

  #preventionAt(sign: 1 | -1): ReadonlyMap<string, number> {
    const { threshold } = this.#panel;
    const told = new Map<string, number>();
    for (const { of, n } of this.#panel.prevention ?? []) {
      const all = n ?? (sign < 0 ? of.length : threshold + of.length - 2);
      const prices = of.map((id) => this.#unitOf(id));
      const at = prices.indexOf(sign < 0 ? Math.min(...prices) : Math.max(...prices));
      for (const [i, id] of of.entries())
        told.set(id, all === 0 ? 0 : i === at ? all - of.length + 1 : 1);
    }
    return told;
  }

  /** Cents of one validation. */
  #unitOf(indicator: string): Cents {
    const [first] = this.#units.values();
    const { row } = (first as readonly Unit[])[0] as Unit;
    const [one] = this.#amountsOf([{ ...row, n: 1 }], new Map([[indicator, 1]]));
    const [none] = this.#amountsOf([{ ...row, n: 1 }], new Map());
    const sum = (due: ReadonlyMap<string, Cents> | undefined): Cents =>
      this.#indicators().reduce((all, component) => all + (due?.get(component) ?? 0), 0);
    return sum(one) - sum(none);
  }

  #indicators(): string[] {
    const { amounts } = this.compiled.schedule;
    return Object.keys(amounts).filter((component) => amounts[component]?.per === "indicator");
  }

  /** Every age at which a cell of the panel changes its amount under the schedule. */
  #priceUnits(schedule: Schedule): ReadonlyMap<SharedFacts, readonly Unit[]> {
    const starts = agesAskedBy(schedule);
    const rows = this.#panel.cells.flatMap(({ of }) =>
      of.flatMap((facts) => {
        const { from, to } = agesIn(facts.age);
        const ages = [from, ...starts.filter((age) => age > from && age <= to)];
        return ages.map((age) => ({ facts, row: { ...facts, age } }));
      }),
    );
    const priced = this.#amountsOf(
      rows.map(({ row }, i) => ({ ...row, n: 1, physicianId: `u${i}` })),
      new Map(),
    );
    const units = new Map<SharedFacts, Unit[]>();
    for (const [i, { facts, row }] of rows.entries())
      units.set(facts, [
        ...(units.get(facts) ?? []),
        { row, cents: priced[i] as ReadonlyMap<string, Cents> },
      ]);
    return units;
  }

  /** Cents by component, of each physician of a table. */
  #amountsOf(
    rows: readonly CountRow[],
    prevention: ReadonlyMap<string, number>,
  ): ReadonlyMap<string, Cents>[] {
    const ids = new Set(rows.map(({ physicianId }) => physicianId));
    const told = this.#panel.prevention !== null;
    const { any, ...named } = Object.fromEntries(prevention) as Record<string, number>;
    const panels = countsOf(
      panelsFromCounts(rows, {
        year: this.#year,
        schedule: this.compiled.schedule,
        physicians: [...ids].map((id) => ({
          ...this.#physician,
          ...(id !== undefined && { id }),
        })),
        ...(told && prevention.size > 0 && { prevention: any ?? named }),
      }),
    );
    const { due } = pricePanels(panels, this.compiled, this.#year);
    return Array.from(
      { length: panels.roster.count },
      (_, slot) =>
        new Map(this.compiled.components.map((component, i) => [component, due[i]?.[slot] ?? 0])),
    );
  }
}

function extreme(units: readonly Unit[], components: readonly string[], sign: 1 | -1): Unit {
  const worth = ({ cents }: Unit): Cents =>
    components.reduce((sum, component) => sum + (cents.get(component) ?? 0), 0);
  return units.reduce((best, unit) => (sign * (worth(unit) - worth(best)) > 0 ? unit : best));
}

function agesIn(age: string): { readonly from: number; readonly to: number } {
  const [from, to] = age.split("-");
  return {
    from: Number.parseInt(from as string, 10),
    to: to !== undefined ? Number(to) : age.endsWith("+") ? OLDEST : Number.parseInt(age, 10),
  };
}

/** @throws ForfaitError for what is not so much per patient, or per indicator, and a plain rate */
function checkSchedule({ id, amounts, uplifts }: Schedule): void {
  const isPlain =
    Object.values(amounts).every(({ per }) => per === "patient" || per === "indicator") &&
    Object.values(uplifts?.cases ?? {}).every(({ rate }) => typeof rate !== "object");
  if (!isPlain)
    refuse("INPUT_INVALID", "options.schedule", id, {
      fr:
        "un barème par patient et par indicateur, aux taux simples : " +
        "les cases ne disent pas le reste",
      en: "a schedule per patient and per indicator, with plain rates: cells do not tell the rest",
    });
}
