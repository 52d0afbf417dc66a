import { isDay } from "../day.ts";
import { oneOf, refusal, type ErrorCode, type Refusal, type LocalizedText } from "../error.ts";
import { OLDEST, SECTORS, ZONES, type Sector, type Zone } from "../facts.ts";
import { readDate } from "./date.ts";
import { isAbsent } from "./patient.ts";

/** A médecin traitant. What is unknown takes the schedule's default, which the statement says. */
export interface Physician {
  readonly id?: string | number;
  readonly zone?: Zone;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly birthDate?: string;
  /** Completed years on the reference day. */
  readonly age?: number;
  /** Date of the first liberal installation, main practice in the zone; it says nothing of activity. */
  readonly firstInstallation?: string;
  /** A running CAIM, COSCOM, COTRAM or CSTM contract, with which no zone uplift is paid. */
  readonly contract?: boolean;
  readonly sector?: Sector;
  /** First day of activity, `YYYY-MM-DD`. */
  readonly activeFrom?: string;
  /** Last day of activity, `YYYY-MM-DD`. */
  readonly activeUntil?: string;
}

/** What a list tells of a physician; what it does not tell is absent or undefined. */
export interface PhysicianFacts {
  readonly id: string | null;
  readonly zone?: Zone | undefined;
  readonly contract?: boolean | undefined;
  readonly sector?: Sector | undefined;
  /** Completed years on the reference day. */
  readonly age?: number | undefined;
  /** The civil year of the first installation. */
  readonly installed?: number | undefined;
  readonly activeFrom?: string | undefined;
  readonly activeUntil?: string | undefined;
}

/** A physician of whom nothing is known. */
export const unknownPhysician = (id: string | null): PhysicianFacts => ({ id });

const allowed = {
  date: { fr: "AAAA-MM-JJ, AAAA-MM ou AAAA", en: "YYYY-MM-DD, YYYY-MM or YYYY" },
  day: { fr: "un jour AAAA-MM-JJ qui existe", en: "a day YYYY-MM-DD that exists" },
  age: { fr: `un entier de 0 à ${OLDEST}`, en: `a whole number from 0 to ${OLDEST}` },
  boolean: { fr: "true ou false", en: "true or false" },
  zone: oneOf(ZONES),
  sector: oneOf(SECTORS),
} as const satisfies Record<string, LocalizedText>;

/** Says where a value stands, `physicians[12]`; asked only where something is refused. */
export type Place = () => string;

/** Reads a physician; pushes why not where something cannot be read. */
export function readPhysician(
  row: Physician,
  place: Place,
  referenceYear: number,
  refusals: Refusal[],
): PhysicianFacts {
  const known = <Value>(
    field: keyof Physician,
    code: ErrorCode,
    accepts: LocalizedText,
    ok: (value: unknown) => boolean,
  ): Value | undefined => {
    const value = row[field];
    if (isAbsent(value)) return undefined;
    if (ok(value)) return value as Value;
    refusals.push(refusal(code, `${place()}.${field}`, value, accepts));
    return undefined;
  };
  const partial = (field: "birthDate" | "firstInstallation"): number | undefined => {
    const value = row[field];
    if (isAbsent(value)) return undefined;
    const date = readDate(value);
    if (typeof date === "object" && !date.lunar) return date.year;
    refusals.push(
      refusal(
        date === "impossible" ? "DATE_IMPOSSIBLE" : "DATE_INVALID",
        `${place()}.${field}`,
        value,
        allowed.date,
      ),
    );
    return undefined;
  };

  const zone = known<Zone>("zone", "ZONE_INVALID", allowed.zone, (value) =>
    ZONES.includes(value as Zone),
  );
  const contract = known<boolean>(
    "contract",
    "CONTRACT_INVALID",
    allowed.boolean,
    (value) => typeof value === "boolean",
  );
  const sector = known<Sector | number>(
    "sector",
    "SECTOR_INVALID",
    allowed.sector,
    (value) => typeof value !== "object" && SECTORS.includes(String(value) as Sector),
  );
  const activeFrom = known<string>("activeFrom", "DATE_INVALID", allowed.day, isDay);
  const activeUntil = known<string>("activeUntil", "DATE_INVALID", allowed.day, isDay);
  if (activeFrom !== undefined && activeUntil !== undefined && activeUntil < activeFrom) {
    refusals.push(
      refusal("ACTIVITY_DISORDERED", `${place()}.activeUntil`, activeUntil, {
        fr: `un jour à partir du ${activeFrom}`,
        en: `a day from ${activeFrom}`,
      }),
    );
  }

  const given = known<number>("age", "AGE_INVALID", allowed.age, whole);
  const born = partial("birthDate");
  const years = born === undefined ? undefined : referenceYear - born;
  if (years !== undefined && !whole(years))
    refusals.push(refusal("AGE_INVALID", `${place()}.birthDate`, row.birthDate, allowed.age));
  else if (whole(given) && years !== undefined && given !== years) {
    const note: LocalizedText = {
      fr: `${years}, d'après birthDate ${row.birthDate}`,
      en: `${years}, from birthDate ${row.birthDate}`,
    };
    refusals.push(refusal("AGE_DISAGREES", `${place()}.age`, given, note));
  }
  const age = years ?? given;
  const installed = partial("firstInstallation");
  const id = readId(row.id, () => `${place()}.id`, refusals);

  return {
    id,
    zone,
    contract,
    sector: sector?.toString() as Sector | undefined,
    age,
    installed,
    activeFrom,
    activeUntil,
  };
}

function whole(age: unknown): boolean {
  return Number.isInteger(age) && (age as number) >= 0 && (age as number) <= OLDEST;
}

/** An opaque identifier as text; null where there is none. */
export function readId(id: unknown, place: Place, refusals: Refusal[]): string | null {
  if (isAbsent(id)) return null;
  if (typeof id === "string" || Number.isFinite(id)) return String(id);
  refusals.push(
    refusal("ID_INVALID", place(), id, { fr: "un texte ou un nombre", en: "a text or a number" }),
  );
  return null;
}
