import { isDay } from "../day.ts";
import { oneOf, refusal, type ErrorCode, type Refusal, type LocalizedText } from "../error.ts";
import { OLDEST, SECTORS, ZONES, type Sector, type Zone } from "../facts.ts";
import { dateHint, withHint } from "./date-hint.ts";
import { isImpossible, LUNAR, refusedDate, yearOf } from "./date.ts";
import { isInTurn, readPeriods, type InTurn, type Period } from "./periods.ts";
import { readFacts, type FactValues, type GivenFacts } from "./given-facts.ts";
import { isAbsent } from "./patient.ts";
import { allowedId, isWrittenId } from "./written-id.ts";

/**
 * A médecin traitant. Missing facts take the schedule's default, and the statement lists each one.
 */
export interface Physician {
  readonly id?: string | number;
  /** Zone of the practice, or zones in turn: `[{ value: "ZIP", from: "2026-01-01" }]`. */
  readonly zone?: InTurn<Zone>;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly birthDate?: string;
  /** Completed years on the reference day. */
  readonly age?: number;
  /**
   * Date of the first installation in private practice, with the main practice in the zone. Before
   * its year there is no activity; after it, `activeFrom` and `activeUntil` say.
   */
  readonly firstInstallation?: string;
  /** Has a CAIM, COSCOM, COTRAM or CSTM contract in force, which excludes the zone uplift. */
  readonly contract?: InTurn<boolean>;
  readonly sector?: InTurn<Sector>;
  /** First day of activity, `YYYY-MM-DD`. */
  readonly activeFrom?: string;
  /** Last day of activity, `YYYY-MM-DD`. */
  readonly activeUntil?: string;
  /** Id of the practice, whose facts stand in `practices`. */
  readonly practiceId?: string | number;
  /** Facts that the schedule declares, by id. */
  readonly facts?: GivenFacts;
}

/** Known facts of a physician; unknown ones are absent or undefined. */
export interface PhysicianFacts {
  readonly id: string | null;
  readonly zone?: InTurn<Zone> | undefined;
  readonly contract?: InTurn<boolean> | undefined;
  readonly sector?: InTurn<Sector> | undefined;
  /** Completed years on the reference day. */
  readonly age?: number | undefined;
  /** Calendar year of the first installation. */
  readonly installed?: number | undefined;
  readonly activeFrom?: string | undefined;
  readonly activeUntil?: string | undefined;
  readonly practiceId?: string | null;
  /** Facts that a schedule may declare, of the physician and of their practice. */
  readonly facts?: FactValues | undefined;
}

/** A physician with no known facts. */
export const unknownPhysician = (id: string | null): PhysicianFacts => ({ id });

const allowed = {
  day: { fr: "un jour AAAA-MM-JJ qui existe", en: "a day YYYY-MM-DD that exists" },
  age: { fr: `un entier de 0 à ${OLDEST}`, en: `a whole number from 0 to ${OLDEST}` },
  boolean: { fr: "true ou false", en: "true or false" },
  zone: oneOf(ZONES),
  sector: oneOf(SECTORS),
} as const satisfies Record<string, LocalizedText>;

/** Returns the path of a row, as `physicians[12]`; called only if something is refused. */
export type LazyPath = () => string;

/**
 * Reads a physician. A value that is refused is left out, and the reason is pushed to `refusals`.
 */
export function readPhysician(
  row: Physician,
  path: LazyPath,
  referenceYear: number,
  refusals: Refusal[],
): PhysicianFacts {
  const valid = <Value>(
    field: keyof Physician,
    code: ErrorCode,
    accepts: LocalizedText,
    isValid: (value: unknown) => boolean,
  ): Value | undefined => {
    const value = row[field];
    if (isAbsent(value)) return undefined;
    if (isValid(value)) return value as Value;
    refusals.push(refusal(code, `${path()}.${field}`, value, accepts));
    return undefined;
  };
  const inTurn = <Value>(
    field: "zone" | "contract" | "sector",
    code: ErrorCode,
    accepts: LocalizedText,
    isValid: (value: unknown) => boolean,
  ): InTurn<Value> | undefined => {
    const value: unknown = row[field];
    return isInTurn(value)
      ? readPeriods<Value>(
          value,
          `${path()}.${field}`,
          { code, allowed: accepts, isValid },
          refusals,
        )
      : valid<Value>(field, code, accepts, isValid);
  };
  const yearIn = (field: "birthDate" | "firstInstallation"): number | undefined => {
    const value = row[field];
    if (isAbsent(value)) return undefined;
    const year = yearOf(value);
    if (year >= 0 && year < LUNAR) return year;
    refusals.push(refusedDate(`${path()}.${field}`, value));
    return undefined;
  };

  const zone = inTurn<Zone>("zone", "ZONE_INVALID", allowed.zone, (value) =>
    ZONES.includes(value as Zone),
  );
  const contract = inTurn<boolean>(
    "contract",
    "CONTRACT_INVALID",
    allowed.boolean,
    (value) => typeof value === "boolean",
  );
  const sector = inTurn<Sector | number>(
    "sector",
    "SECTOR_INVALID",
    allowed.sector,
    (value) => typeof value !== "object" && SECTORS.includes(String(value) as Sector),
  );
  const day = (field: "activeFrom" | "activeUntil"): string | undefined =>
    valid(
      field,
      isImpossible(row[field]) ? "DATE_IMPOSSIBLE" : "DATE_INVALID",
      withHint(allowed.day, dateHint(row[field])),
      isDay,
    );
  const [activeFrom, activeUntil] = [day("activeFrom"), day("activeUntil")];
  // A bound that is not told is before, or after, every day.
  if ((activeUntil ?? "9999-12-31") < (activeFrom ?? "")) {
    refusals.push(
      refusal("ACTIVITY_DISORDERED", `${path()}.activeUntil`, activeUntil, {
        fr: `un jour à partir du ${activeFrom}`,
        en: `a day from ${activeFrom}`,
      }),
    );
  }

  const statedAge = valid<number>("age", "AGE_INVALID", allowed.age, isAge);
  const birthYear = yearIn("birthDate");
  const ageAtReference = birthYear === undefined ? undefined : referenceYear - birthYear;
  if (ageAtReference !== undefined && !isAge(ageAtReference))
    refusals.push(refusal("AGE_INVALID", `${path()}.birthDate`, row.birthDate, allowed.age));
  else if (isAge(statedAge) && ageAtReference !== undefined && statedAge !== ageAtReference) {
    const note: LocalizedText = {
      fr: `${ageAtReference}, d'après la date de naissance (${row.birthDate})`,
      en: `${ageAtReference}, from birthDate ${row.birthDate}`,
    };
    refusals.push(refusal("AGE_DISAGREES", `${path()}.age`, statedAge, note));
  }
  const age = ageAtReference ?? statedAge;
  const installed = yearIn("firstInstallation");
  const id = readId(row.id, () => `${path()}.id`, refusals);
  const practiceId = readId(row.practiceId, () => `${path()}.practiceId`, refusals);

  return {
    id,
    practiceId,
    facts: readFacts(row.facts, () => `${path()}.facts`, refusals),
    zone,
    contract,
    sector: isInTurn(sector) ? sector.map(asSector) : (sector?.toString() as Sector | undefined),
    age,
    installed,
    activeFrom,
    activeUntil,
  };
}

function asSector({ value, ...days }: Period<unknown>): Period<Sector> {
  return { value: String(value) as Sector, ...days };
}

function isAge(age: unknown): boolean {
  return Number.isInteger(age) && (age as number) >= 0 && (age as number) <= OLDEST;
}

/** Opaque id as text; null if missing. */
export function readId(id: unknown, path: LazyPath, refusals: Refusal[]): string | null {
  if (isAbsent(id)) return null;
  if (isWrittenId(id)) return String(id);
  refusals.push(refusal("ID_INVALID", path(), id, allowedId(id)));
  return null;
}
