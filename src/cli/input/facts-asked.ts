import { ForfaitError, type Locale, type Refusal } from "../../error.ts";
import { BatchReader } from "../../list/batch-reader.ts";
import type { ListChoices } from "../../list/batch.ts";
import type { Physician } from "../../list/physician.ts";
import type { PhysicianCheck } from "../../list/physician-row.ts";
import type { Practice } from "../../list/practice.ts";
import type { DeclaredFact } from "../../schedule/language.ts";
import type { Compiled } from "../../statement/compiled.ts";
import { declaredFactOf } from "../../statement/facts.ts";
import { practicesPaid } from "../../statement/practice-once.ts";
import { listRequirements } from "../../statement/requirements.ts";
import { ListColumns } from "../../list/list-columns.ts";
import type { HashedIds } from "./hashed-ids.ts";
import { fail } from "../report/failure.ts";

/** Rows that room is made for beforehand; a file may tell of any number. */
const MOST_EXPECTED = 1 << 28;

/**
 * A reader of batches that refuses a physician at their own row for a declared fact that is missing
 * or of another type, so that the patients are refused with them.
 */
export function openBatch(
  compiled: Compiled,
  { year, choices = {} }: { readonly year: number; readonly choices?: ListChoices },
  physicians: readonly Physician[] | undefined,
  practices: readonly Practice[] | undefined,
  hasPrevious = false,
  ids?: HashedIds,
  rowCount = 0,
): BatchReader {
  const check = factsCheck(compiled);
  const required = listRequirements(compiled, year, choices);
  return new BatchReader(required, physicians, {
    practices,
    check,
    hasPrevious,
    ...(ids && {
      claims: ids.ofList,
      columns: {
        patients: new ListColumns(Math.min(rowCount, MOST_EXPECTED), false),
        previous: new ListColumns(0, false),
      },
    }),
  });
}

/**
 * Asks every declared fact that the schedule reads, also where others decide that nothing is due: a
 * query in SQL asks them too. Undefined for a schedule that declares none.
 */
export function factsCheck(compiled: Compiled): PhysicianCheck | undefined {
  const { schedule } = compiled;
  if (schedule.facts === undefined && schedule.paidTo === undefined) return undefined;
  const read = factsRead(compiled);
  const paid = practicesPaid(schedule);
  return (physician, place) => {
    const refusals = read.flatMap(([id]) =>
      refusalOf(() => declaredFactOf(schedule, physician.facts, id)),
    );
    if (refusals.length > 0) return refusals;
    const claim = (): void => paid?.claim(physician.practiceId, physician, `physicians[${place}]`);
    return refusalOf(claim);
  };
}

function refusalOf(read: () => unknown): Refusal[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof ForfaitError) return [error.refusal];
    throw error;
  }
}

/**
 * Fails where a fact is missing that no physician and no practice has: its column is missing. One
 * message names every such fact, in place of one for each physician.
 * @param refusals of the physicians
 * @throws Failure FACT_MISSING
 */
export function checkColumns(
  compiled: Compiled,
  refusals: readonly Refusal[],
  given: readonly (Physician | Practice)[],
): void {
  const known = new Set(given.flatMap(factsIn));
  const missing = factsRequired(compiled).filter(([id]) => !known.has(id));
  const isMissing = refusals.some(
    ({ code, path }) => code === "FACT_MISSING" && missing.some(([id]) => id === factAt(path)),
  );
  if (!isMissing) return;
  const { id } = compiled.schedule;
  fail(
    "FACT_MISSING",
    `FACT_MISSING: ${id} lit des faits que rien n'indique : ${factsText(missing, "fr")} ; ` +
      "il faut une colonne de ce nom dans --médecins, --cabinets ou la liste",
    `FACT_MISSING: ${id} reads facts that nothing tells: ${factsText(missing, "en")}; ` +
      "each needs a column of its name in --physicians, --practices or the list",
  );
}

type NamedFact = readonly [string, DeclaredFact];

/** Declared facts that the schedule reads and has no default for. */
export function factsRequired(compiled: Compiled): readonly NamedFact[] {
  return factsRead(compiled).filter(([, { ifMissing }]) => ifMissing === undefined);
}

function factsRead({ schedule, reads }: Compiled): readonly NamedFact[] {
  const { facts = {}, eligible } = schedule;
  return Object.entries(facts).filter(([id]) => reads.has(id) || Object.hasOwn(eligible.when, id));
}

/** `onlineRate (taux…, du médecin), …` */
export function factsText(facts: readonly NamedFact[], locale: Locale): string {
  return facts
    .map(([id, fact]) => `${id} (${fact[locale]}, ${owners[fact.of][locale]})`)
    .join(", ");
}

const owners = {
  physician: { fr: "du médecin", en: "of the physician" },
  practice: { fr: "du cabinet", en: "of the practice" },
} as const;

const factAt = (path: string): string => /\.facts\.([^.]+)$/.exec(path)?.[1] ?? "";

function factsIn(row: Physician | Practice | null): string[] {
  const facts: unknown = row?.facts;
  return typeof facts === "object" && facts !== null ? Object.keys(facts) : [];
}
