import { copyOfList, guard, refuse, type LocalizedText } from "../error.ts";
import { quoted } from "../printable.ts";
import { isAbsent, type Act, type Patient } from "../list/patient.ts";
import type { ComputeOptions } from "../statement/options.ts";
import { scheduleOf } from "../statement/schedule-of.ts";
import { CodeTable, NO_KIND, type CodeMeaning } from "./code-table.ts";

/** An act of which records hold a code in place of its kind. */
export interface CodedAct {
  /** Of several systems that have the code, which one it is of. */
  readonly system?: string;
  readonly code: string;
  readonly date: string;
}

/** A patient whose acts, ALD and numbers of ALD may be codes. */
export interface CodedPatient extends Omit<Patient, "acts" | "ald" | "aldNumbers"> {
  readonly acts?: readonly (Act | CodedAct)[];
  /** Yes or no, or the codes of each ALD: `["E11.9"]`. */
  readonly ald?: boolean | string | readonly string[];
  /** Numbers, or codes. */
  readonly aldNumbers?: readonly (number | string)[];
}

/**
 * The patients of a list with the kinds of their acts and the numbers of their ALD, in place of the
 * codes of the records. The table is the user's: none is shipped that decides anything. A code of a
 * diagnosis makes no ALD: codes are read where the list tells of the ALD, and nowhere else.
 * @param codes the user's table: of CCAM, CIP and CIM-10, say
 * @returns rows for every function that takes a list; what is no code is passed on
 * @throws ForfaitError CODE_UNKNOWN for codes that the table does not have, all of them at once;
 * CODE_INVALID for a row of the table
 * @example
 * // What does a record of codes say, by a table that is invented?
 * const codes = [
 *   { system: "CIM-10", code: "E11*", ald: 8 },
 *   { system: "CCAM", code: "ZZZZ001", kind: "mammography" },
 * ];
 * const acts = [{ code: "ZZZZ001", date: "2026-03-01" }];
 * const coded = { age: 60, c2s: false, ald: "E11.9", acts };
 * const [patient] = decodePatients([coded], codes, { year: 2026 });
 * [patient?.ald, patient?.aldNumbers, patient?.acts]
 * //=> [true, [8], [{ kind: "mammography", date: "2026-03-01" }]]
 */
export function decodePatients(
  patients: readonly CodedPatient[],
  codes: readonly CodeMeaning[],
  options: ComputeOptions,
): readonly Patient[] {
  const decoder = new PatientDecoder(new CodeTable(codes, scheduleOf(options)));
  const rows = copyOfList("patients", patients).map((row, i) =>
    guard(`patients[${i}]`, () => decoder.decode(row, `patients[${i}]`)),
  );
  const { unknown } = decoder;
  if (unknown) refuse("CODE_UNKNOWN", unknown.path, unknown.first, toAdd(unknown));
  return rows;
}

/** Codes that a table does not have. */
export interface UnknownCodes {
  readonly first: string;
  /** Where the first stands. */
  readonly path: string;
  /** `CCAM ABCD001 (12), 3400930 (3)`: each with the number of times that it is met. */
  readonly codes: string;
}

/** Decodes one row after another, and keeps count of the codes that the table does not have. */
export class PatientDecoder {
  readonly #table: CodeTable;
  readonly #unknown = new Map<string, number>();
  #path = "";

  constructor(table: CodeTable) {
    this.#table = table;
  }

  get unknown(): UnknownCodes | undefined {
    const all = [...this.#unknown];
    if (all[0] === undefined) return undefined;
    const most = [...all].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
    const shown = most.map(([code, times]) => `${quoted(code)} (${times})`);
    const more = all.length > SHOWN ? [`… (${all.length})`] : [];
    return { first: all[0][0], path: this.#path, codes: [...shown, ...more].join(", ") };
  }

  /** The row as it is read without codes; what is no row is passed on, to be refused as such. */
  decode(row: CodedPatient, path: string): Patient {
    if (typeof row !== "object" || row === null) return row as unknown as Patient;
    const { acts, ald, aldNumbers, ...others } = row;
    const ofAld = codesIn(ald);
    const numbers = this.#numbers(ofAld, aldNumbers, path);
    return {
      ...others,
      ...(ald !== undefined && { ald: ofAld.length > 0 ? true : ald }),
      ...(numbers !== undefined && { aldNumbers: numbers }),
      ...(acts !== undefined && {
        acts: Array.isArray(acts)
          ? acts.flatMap((act: Act | CodedAct, i) => this.#act(act, `${path}.acts[${i}].code`))
          : acts,
      }),
    } as Patient;
  }

  /** Numbers of ALD, of the codes of the ALD too; two codes of one ALD are one number. */
  #numbers(ofAld: readonly string[], told: CodedPatient["aldNumbers"], path: string): unknown {
    const given: readonly unknown[] = Array.isArray(told) ? told : [];
    const coded = [
      ...ofAld.map((code) => this.#numberOf(code, `${path}.ald`)),
      ...given.filter(isCode).map((code) => this.#numberOf(code, `${path}.aldNumbers`)),
    ];
    if (coded.length === 0) return told;
    const plain = given.filter((one) => !isCode(one));
    return [...plain, ...new Set(coded.filter((number) => !plain.map(Number).includes(number)))];
  }

  /** The act of a kind; none of a code that no indicator reads. */
  #act(act: Act | CodedAct, path: string): readonly (Act | CodedAct)[] {
    if (typeof act !== "object" || act === null || !("code" in act) || "kind" in act) return [act];
    const { code, system, ...others } = act;
    const kind = this.kindOf(code, system, path);
    return kind === undefined ? [] : [{ ...others, kind }];
  }

  /** The kind of a code; undefined for one that no indicator reads, or that is not known. */
  kindOf(code: unknown, system: string | undefined, path: string): string | undefined {
    const text = String(code);
    const kind = this.#table.kindOf(text, isAbsent(system) ? undefined : system);
    if (kind === undefined) this.#miss(isAbsent(system) ? text : `${system} ${text}`, path);
    return kind === NO_KIND ? undefined : kind;
  }

  #numberOf(code: string, path: string): number {
    const number = this.#table.aldOf(code);
    if (number === undefined) this.#miss(code, path);
    return number ?? 0;
  }

  #miss(code: string, path: string): void {
    if (this.#unknown.size === 0) this.#path = path;
    this.#unknown.set(code, (this.#unknown.get(code) ?? 0) + 1);
  }
}

/** Codes that a message names. */
const SHOWN = 20;

/** The codes of an ALD: `E11.9; I10`; what is no code is left to be read, or refused. */
function codesIn(ald: unknown): readonly string[] {
  const all: readonly unknown[] =
    typeof ald === "string" ? ald.split(BETWEEN).filter(Boolean) : Array.isArray(ald) ? ald : [];
  return all.length > 0 && all.every(isCode) ? all : [];
}

const BETWEEN = /[,;|+\s]+/;

/** Whether a text is written as codes of illnesses are: a letter, then figures. */
function isCode(text: unknown): text is string {
  return typeof text === "string" && /^\s*[a-z]\d\d/i.test(text);
}

/** What to do about codes that the table does not have. */
export function toAdd({ codes }: UnknownCodes): LocalizedText {
  return {
    fr:
      `une table qui ait aussi ${codes} : y ajouter une ligne pour chacun (system, code, et ` +
      "kind ou ald ; kind none pour un acte qu'aucun indicateur ne lit)",
    en:
      `a table that has ${codes} too: add a row for each (system, code, and ` +
      "kind or ald; kind none for an act that no indicator reads)",
  };
}
