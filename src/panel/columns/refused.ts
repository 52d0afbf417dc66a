import { refusal, type ErrorCode, type Refusal, type LocalizedText } from "../../error.ts";
import { OLDEST } from "../../facts.ts";
import { allowed, range } from "./allowed.ts";
import type { Fields } from "./fields.ts";
import { valueAt, type Vector } from "./vector.ts";
import { C2S_OF_UNKNOWN_KIND } from "../../list/cell.ts";
import { isAbsent } from "../../list/patient.ts";
import type { RejectedRow } from "../../list/rejected-row.ts";
import { allowedId } from "../../list/written-id.ts";
import { MISSING, NOT_AN_ID, REFUSED, type Slot } from "./roster.ts";

/** Rejected rows of a list in columns: all counted by reason, the first ones listed. */
export interface RejectedRows {
  readonly rows: number;
  /** Number of rows with each reason; a row may have several. */
  readonly byCode: Readonly<Partial<Record<ErrorCode, number>>>;
  /** All rejected physicians, and the first rejected rows. */
  readonly listed: readonly RejectedRow[];
}

/**
 * Collects rejected rows and their reasons. Accepted rows never reach it, so it need not be fast.
 */
export class RefusedRows {
  rows = 0;
  readonly #fields: Fields;
  readonly #limit: number;
  readonly #byCode = new Map<ErrorCode, number>();
  readonly #listed: RejectedRow[] = [];

  constructor(fields: Fields, limit: number) {
    this.#fields = fields;
    this.#limit = limit;
  }

  /**
   * @param row row number in the list, from 0
   * @returns the distinct codes of its refusals
   */
  add(row: number, slot: Slot): ReadonlySet<ErrorCode> {
    this.rows += 1;
    const refusals = [
      ...ofPhysician(this.#fields, row, slot),
      ...(this.#fields.onDay?.refusals(row) ?? []),
      ...ofAge(this.#fields, row),
      ...ofAld(this.#fields, row),
      ...ofC2s(this.#fields, row),
      ...ofSeen(this.#fields, row),
      ...ofPrevention(this.#fields, row),
    ];
    const codes = new Set(refusals.map((one) => one.code));
    for (const code of codes) this.#byCode.set(code, (this.#byCode.get(code) ?? 0) + 1);
    if (this.#listed.length >= this.#limit) return codes;
    const id = this.#fields.physician && valueAt(this.#fields.physician, row);
    this.#listed.push({
      kind: "patient",
      index: row,
      ...((typeof id === "string" || typeof id === "number") && { physicianId: String(id) }),
      refusals,
    });
    return codes;
  }

  end(physicians: readonly RejectedRow[]): RejectedRows {
    return {
      rows: this.rows,
      byCode: Object.fromEntries(this.#byCode),
      listed: [...physicians, ...this.#listed],
    };
  }
}

/** Dates have years of four digits, as in rows. */
export const LAST_YEAR = 9999;
/** Integers are read as 32 bits. */
const LARGEST = 2_147_483_647;

const at = (name: string, row: number): string => `columns.${name}[${row}]`;
const isWhole = (value: unknown, first: number, last: number): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= first && value <= last;

function ofPhysician({ physician }: Fields, row: number, slot: Slot): Refusal[] {
  if (slot >= 0) return [];
  const value = physician && valueAt(physician, row);
  const path = at("physicianId", row);
  if (slot === MISSING) return [refusal("PHYSICIAN_MISSING", path, value, allowed.physician)];
  if (slot === REFUSED) return [refusal("PHYSICIAN_REFUSED", path, value, allowed.accepted)];
  if (slot === NOT_AN_ID) return [refusal("ID_INVALID", path, value, allowedId(value))];
  return [refusal("PHYSICIAN_UNKNOWN", path, value, allowed.given)];
}

function ofAge({ age, birthYear, referenceYear }: Fields, row: number): Refusal[] {
  if (age)
    return one(
      valueAt(age, row),
      "age",
      row,
      "AGE_MISSING",
      "AGE_INVALID",
      (value) => isWhole(value, 0, OLDEST),
      allowed.age,
    );
  const path = at("birthYear", row);
  const born = valueAt(birthYear as Vector, row);
  if (isAbsent(born)) return [refusal("AGE_MISSING", path, born, allowed.year)];
  if (!isWhole(born, Number.MIN_SAFE_INTEGER, LAST_YEAR))
    return [refusal("DATE_INVALID", path, born, allowed.year)];
  return referenceYear - (born as number) > OLDEST
    ? [refusal("AGE_INVALID", path, born, allowed.age)]
    : [];
}

const isFlag = (value: unknown): boolean => typeof value === "boolean" || isWhole(value, 0, 1);

function ofAld({ ald, onDay }: Fields, row: number): Refusal[] {
  const value = onDay ? onDay.aldAt(row) : valueAt(ald, row);
  return one(value, "ald", row, "ALD_MISSING", "ALD_INVALID", isFlag, allowed.flag);
}

function ofC2s({ c2s, limits, onDay }: Fields, row: number): Refusal[] {
  const value = onDay ? onDay.c2sAt(row) : valueAt(c2s, row);
  if ((value === C2S_OF_UNKNOWN_KIND || value === true) && limits.c2s < C2S_OF_UNKNOWN_KIND)
    return [refusal("C2S_KIND_MISSING", at("c2s", row), value, allowed.kind)];
  return one(
    value,
    "c2s",
    row,
    "C2S_MISSING",
    "C2S_INVALID",
    (found) => typeof found === "boolean" || isWhole(found, 0, C2S_OF_UNKNOWN_KIND),
    allowed.c2s,
  );
}

function ofSeen({ seen, yearsSinceSeen }: Fields, row: number): Refusal[] {
  if (seen)
    return one(
      valueAt(seen, row),
      "seen",
      row,
      "SEEN_MISSING",
      "SEEN_INVALID",
      isFlag,
      allowed.flag,
    );
  if (!yearsSinceSeen) return [];
  return one(
    valueAt(yearsSinceSeen, row),
    "yearsSinceSeen",
    row,
    "SEEN_MISSING",
    "SEEN_INVALID",
    (value) => isWhole(value, 0, LARGEST),
    allowed.fromZero,
  );
}

function ofPrevention(
  { actions, mask, flags, indicators, limits }: Fields,
  row: number,
): Refusal[] {
  const most = 2 ** indicators.length - 1;
  if (actions)
    return one(
      valueAt(actions, row),
      "prevention",
      row,
      "PREVENTION_INVALID",
      "PREVENTION_INVALID",
      (value) => isWhole(value, 0, limits.actions),
      range(limits.actions),
    );
  if (mask)
    return one(
      valueAt(mask, row),
      "prevention.mask",
      row,
      "PREVENTION_INVALID",
      "PREVENTION_INVALID",
      (value) => isWhole(value, 0, most),
      range(most),
    );
  return flags.flatMap((flag, i) =>
    one(
      valueAt(flag, row),
      `prevention.${indicators[i]}`,
      row,
      "PREVENTION_INVALID",
      "PREVENTION_INVALID",
      isFlag,
      allowed.flag,
    ),
  );
}

function one(
  value: unknown,
  name: string,
  row: number,
  missing: ErrorCode,
  invalid: ErrorCode,
  isAllowed: (value: unknown) => boolean,
  accepts: LocalizedText,
): Refusal[] {
  if (isAbsent(value)) return [refusal(missing, at(name, row), value, accepts)];
  return isAllowed(value) ? [] : [refusal(invalid, at(name, row), value, accepts)];
}
