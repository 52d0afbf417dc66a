import { oneOf, refusal, refuse, type Refusal, type Text } from "../error.ts";
import { NoticeBook, type Notice } from "../notice.ts";
import { Patientele, readList, seenColumnOf, type Owner, type Rejected } from "../panel/list.ts";
import { isAbsent, type Frame, type Patient } from "../panel/patient.ts";
import { readPhysician, unknownPhysician, type Physician, type PhysicianFacts } from "../panel/physician.ts";
import type { Compiled } from "./compile.ts";
import { assumedFact, referenceYearOf } from "./facts.ts";
import { previousYearOf, type Account } from "./price.ts";

/** Several physicians and their patients. */
export interface Batch {
  /** Absent: the physicians that the patients name, of whom nothing else is known. */
  readonly physicians?: readonly Physician[];
  readonly patients: readonly Patient[];
  /** The lists of a year before, for schedules whose advances rest on them. */
  readonly previousPatients?: readonly Patient[];
}

/** A batch, read: an account for each physician, every refused row, and what must be said of the list as a whole. */
export interface ReadBatch {
  readonly accounts: readonly Account[];
  readonly rejected: readonly Rejected[];
  readonly listed: { readonly assumptions: readonly Notice[]; readonly warnings: readonly Notice[] };
}

interface Opened {
  readonly physician: PhysicianFacts;
  readonly patients: Patientele;
  readonly previous: Patientele;
}

const placeInList = (index: number): string => `physicians[${index}]`;

/** Reads every physician and every row; a row that cannot be read is listed, never thrown. */
export function readBatch(compiled: Compiled, year: number, batch: Batch, placeOf: (index: number) => string = placeInList): ReadBatch {
  const { physicians, patients, previousPatients } = checkBatch(batch);
  const referenceYear = referenceYearOf(compiled.schedule.reads.on, year);
  const previousYear = previousYearOf(compiled, year);
  const warnings = new NoticeBook();
  const rejected: Rejected[] = [];
  const opened = new Map<string | null, Opened>();
  const refused = new Set<string | null>();
  physicians?.forEach((row, index) => openAccount(row, index, placeOf(index), physicians.length === 1, referenceYear, opened, refused, rejected));

  const owner = (list: "patients" | "previousPatients", rows: readonly Patient[], side: "patients" | "previous"): Owner => {
    const named = rows.some((row) => !isAbsent(row?.physicianId));
    const only = physicians?.length === 1 && !named ? [...opened.keys()][0] : undefined;
    return (id, index) => {
      const path = `${list}[${index}].physicianId`;
      const key = id ?? only ?? null;
      const known = opened.get(key);
      if (known) return known[side];
      if (refused.has(key) || (refused.size > 0 && physicians?.length === 1 && id === null)) return refusal("PHYSICIAN_REFUSED", path, id, acceptedPhysician);
      if (id === null && (named || physicians)) return refusal("PHYSICIAN_MISSING", path, id, aPhysician);
      if (physicians) return refusal("PHYSICIAN_UNKNOWN", path, id, oneOf([...opened.keys()].map(String)));
      const account = open(unknownPhysician(id));
      opened.set(id, account);
      return account[side];
    };
  };

  rejected.push(...readList(patients, frameOf(compiled, "patients", referenceYear, patients), owner("patients", patients, "patients"), warnings));
  if (previousPatients && previousYear !== undefined) {
    const frame = frameOf(compiled, "previousPatients", previousYear, previousPatients);
    rejected.push(...readList(previousPatients, frame, owner("previousPatients", previousPatients, "previous"), warnings));
  } else if (previousPatients) {
    warnings.add(previousUnused);
  }

  const withPrevious = previousPatients !== undefined && previousYear !== undefined;
  const accounts = [...opened.values()].map(({ physician, patients: list, previous }) => ({ physician, patients: list, ...(withPrevious && { previous }) }));
  return { accounts, rejected, listed: { assumptions: missingColumns(compiled, patients), warnings: [...warnings.list(), ...unpaidColumns(compiled, patients)] } };
}

function checkBatch(batch: Batch): Batch {
  for (const name of ["physicians", "patients", "previousPatients"] as const) {
    const list = (batch as Partial<Batch> | null | undefined)?.[name];
    if (!Array.isArray(list) && (list !== undefined || name === "patients")) refuse("INPUT_INVALID", name, list, { fr: "une liste", en: "a list" });
  }
  return batch;
}

const open = (physician: PhysicianFacts): Opened => ({ physician, patients: new Patientele(), previous: new Patientele() });

function openAccount(
  row: Physician,
  index: number,
  path: string,
  alone: boolean,
  referenceYear: number,
  opened: Map<string | null, Opened>,
  refused: Set<string | null>,
  rejected: Rejected[],
): void {
  const refusals: Refusal[] = [];
  const isObject = typeof row === "object" && row !== null && !Array.isArray(row);
  if (!isObject) refusals.push(refusal("INPUT_INVALID", path, row, { fr: "un objet", en: "an object" }));
  const physician = isObject ? readPhysician(row, path, referenceYear, refusals) : unknownPhysician(null);
  const { id } = physician;
  if (isObject && id === null && !alone && refusals.length === 0) refusals.push(refusal("ID_INVALID", `${path}.id`, row.id, aPhysician));
  if (opened.has(id) || (id !== null && refused.has(id))) refusals.push(refusal("PHYSICIAN_TWICE", `${path}.id`, id, { fr: "un médecin une seule fois", en: "a physician once" }));
  if (refusals.length === 0) {
    opened.set(id, open(physician));
    return;
  }
  if (!opened.has(id)) refused.add(id);
  rejected.push({ kind: "physician", index, ...(id !== null && { id }), refusals });
}

/** What the schedule wants to know of a list, and what the list has to say. */
function frameOf(compiled: Compiled, list: "patients" | "previousPatients", referenceYear: number, rows: readonly Patient[]): Frame {
  const paid = compiled.amounts.filter(({ per }) => per === "indicator");
  const named = paid.every(({ ofIndicator }) => !ofIndicator.has("any") && !ofIndicator.has(""));
  return {
    list,
    referenceYear,
    seenWithin: compiled.reads.has("seen") ? Number.parseInt(compiled.schedule.reads.seenWithin as string, 10) : undefined,
    c2sKind: compiled.c2sKind,
    indicators: paid.length > 0 && named ? new Set(paid.flatMap(({ ofIndicator }) => [...ofIndicator.keys()])) : undefined,
    onePrice: paid.every(({ ofAction }) => ofAction !== undefined),
    seenColumn: seenColumnOf(rows),
  };
}

/** Columns that the whole list lacks take the schedule's default, which is said. */
function missingColumns(compiled: Compiled, patients: readonly Patient[]): Notice[] {
  if (patients.length === 0) return [];
  const { ifMissing } = compiled.schedule.reads;
  const notices: Notice[] = [];
  if (compiled.reads.has("seen") && seenColumnOf(patients) === undefined && ifMissing.seen !== undefined) {
    notices.push({ code: "if-missing", path: "patients[].seen", ...assumedFact("seen", ifMissing.seen) });
  }
  if (compiled.amounts.some(({ per }) => per === "indicator") && !patients.some((row) => row?.prevention !== undefined)) {
    if (ifMissing.prevention === undefined) refuse("FACT_MISSING", "patients[].prevention", undefined, { fr: "les actions de prévention : le barème n'a pas de défaut", en: "prevention actions: the schedule has no default" });
    notices.push({ code: "if-missing", path: "patients[].prevention", ...assumedFact("prevention", ifMissing.prevention) });
  }
  return notices;
}

function unpaidColumns(compiled: Compiled, patients: readonly Patient[]): Notice[] {
  if (compiled.amounts.some(({ per }) => per === "indicator") || !patients.some((row) => !isAbsent(row?.prevention))) return [];
  return [{ code: "prevention-unpaid", path: "patients[].prevention", fr: "ce barème ne paie pas la prévention : non comptée", en: "this schedule does not pay prevention: not counted" }];
}

const aPhysician: Text = { fr: "l'identifiant d'un médecin", en: "the identifier of a physician" };
const acceptedPhysician: Text = { fr: "un médecin dont la ligne est acceptée", en: "a physician whose row is accepted" };
const previousUnused: Notice = {
  code: "previous-unused",
  path: "previousPatients",
  fr: "patientèle de l'année précédente non lue : les versements de ce barème reposent sur une seule liste",
  en: "list of the year before not read: the payments of this schedule rest on one list",
};
