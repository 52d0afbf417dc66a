import { refuse } from "../../error.ts";
import type { Scale } from "../../millionths.ts";
import { isAbsent } from "../../list/patient.ts";
import type { Physician } from "../../list/physician.ts";
import { bandOf, bandText, countedBy, type Band, type CountRow } from "./counts.ts";

/** What a table tells of physicians and prevention, beside its patients. */
export interface CountGroups {
  /** The rows, each with the id of its physician where there are several. */
  readonly rows: readonly CountRow[];
  /** Undefined if the rows tell nothing of physicians. */
  readonly physicians: readonly Physician[] | undefined;
  /** Ages of physicians that are known as a band. */
  readonly ages: readonly Band[];
}

/**
 * Physicians, or groups of them, whom the rows tell of: those that have the same `physicianId`,
 * `zone` and `physicianAge`.
 * @throws ForfaitError for facts that contradict those of another row, or of `physicians`
 */
export function countGroups(rows: readonly CountRow[], isGiven: boolean): CountGroups {
  const teller = rows.findIndex((row) => tells(row));
  if (teller < 0) return { rows, physicians: undefined, ages: [] };
  if (isGiven)
    refuse("INPUT_INVALID", `table[${teller}]`, undefined, {
      fr: "zone et âge du médecin dits une fois : par la table, ou par les médecins",
      en: "the zone and the age of a physician told once: by the table, or by the physicians",
    });
  const groups = new Map<string, Group>();
  const named = rows.map((row, index) => {
    const band = ageOf(row, index);
    const key = JSON.stringify([said(row.physicianId), said(row.zone), band && bandText(band)]);
    const group = groups.get(key) ?? { id: idOf(row), zone: row.zone, band };
    groups.set(key, group);
    return { row, group };
  });
  const all = [...groups.values()];
  const ids = new Set<string>();
  for (const { id } of all) {
    if (ids.has(id))
      refuse("PHYSICIAN_CONTRADICTED", "table", id, {
        fr: "une seule zone et un seul âge par médecin",
        en: "one zone and one age for each physician",
      });
    ids.add(id);
  }
  const isOne = all.length === 1 && isAbsent(rows[0]?.physicianId);
  return {
    rows: named.map(({ row, group }) => {
      const { zone: _, physicianAge: __, ...patients } = row;
      return isOne ? patients : { ...patients, physicianId: group.id };
    }),
    physicians: all.map(({ id, zone, band }) => ({
      ...(!isOne && { id }),
      ...(!isAbsent(zone) && { zone }),
      ...(band && { age: band.from }),
    })),
    ages: all.flatMap(({ band }) => band ?? []),
  };
}

interface Group {
  readonly id: string;
  readonly zone: CountRow["zone"];
  readonly band: Band | undefined;
}

const tells = ({ zone, physicianAge }: CountRow): boolean =>
  !isAbsent(zone) || !isAbsent(physicianAge);

function ageOf({ physicianAge }: CountRow, index: number): Band | undefined {
  return isAbsent(physicianAge) ? undefined : bandOf(physicianAge, `table[${index}].physicianAge`);
}

/** A physician without an id goes by what is known of them. */
function idOf({ physicianId, zone, physicianAge }: CountRow): string {
  const [id] = said(physicianId);
  return id ?? ([zone, physicianAge].flatMap(said).join(" ") || "-");
}

/** A fact as text, if it is told. */
function said(fact: unknown): string[] {
  return isAbsent(fact) ? [] : [String(fact)];
}

/** Number of prevention actions of the rows of a table; undefined if none tells it. */
export function actionsOf(rows: readonly CountRow[], scale: Scale): readonly number[] | undefined {
  if (rows.every(({ prevention }) => isAbsent(prevention))) return undefined;
  return rows.map(({ prevention }, index) =>
    isAbsent(prevention) ? 0 : countedBy(scale, prevention, `table[${index}].prevention`),
  );
}
