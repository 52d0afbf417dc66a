import { ForfaitError } from "../error.ts";
import { PHYSICIAN_FACTS, type PhysicianFact } from "../facts.ts";
import type { Account, ReadBatch } from "../list/batch-reader.ts";
import type { PatientList } from "../list/patient-list.ts";
import type { Readings } from "../ids.ts";
import { isZero } from "../money/rate.ts";
import { NoticeBook } from "../notice.ts";
import type { FactReader, FactValue } from "../schedule/conditions.ts";
import type { Schedule, ScheduleReading } from "../schedule/language.ts";
import { missingPart, physicianReader } from "./facts.ts";
import { isOfList } from "./reading-scope.ts";
import type { ListRead, ReadingPricer } from "./reading-totals.ts";

type Entry = readonly [id: string, reading: ScheduleReading];

/**
 * The readings that may change a total of the list. One that says only how lists are read, and
 * leaves this one as it is, changes none whatever the others: it need not be tried with them. Most
 * lists have no dates after the day, and most physicians stay.
 */
export function movingReadings(
  pricer: ReadingPricer,
  open: readonly Entry[],
  used: Readings,
): readonly Entry[] {
  const ofList = open.filter(([, reading]) => isOfList(reading));
  if (ofList.length === 0) return open;
  const others = open.filter((one) => !ofList.includes(one));
  const known = new Set<ReadBatch>();
  const states = [{}, ...others.flatMap((one) => changesOf(one, used))].filter((state) => {
    const { batch } = pricer.read(state);
    return !known.has(batch) && known.add(batch);
  });
  const isIdle = (one: Entry): boolean =>
    states.every((state) =>
      changesOf(one, used).every((change) =>
        isAlike(pricer.read(state), pricer.read({ ...state, ...change }), pricer.year),
      ),
    );
  return open.filter((one) => !ofList.includes(one) || !isIdle(one));
}

/** Each other option of a reading, as a change to the one in use. */
function changesOf([id, { default: byDefault, or }]: Entry, used: Readings): Readings[] {
  return [byDefault, ...Object.keys(or)]
    .filter((option) => option !== used[id])
    .map((option) => ({ [id]: option }));
}

function isAlike(one: ListRead, other: ListRead, year: number): boolean {
  const [before, after] = [one.batch, other.batch];
  return (
    before.rejected.length === after.rejected.length &&
    before.accounts.length === after.accounts.length &&
    before.accounts.every((account, i) => {
      const now = after.accounts[i] as Account;
      return (
        factsOf(account, one.schedule, year) === factsOf(now, other.schedule, year) &&
        isSameList(account.patients, now.patients) &&
        isSameList(account.previous, now.previous)
      );
    })
  );
}

/** What a schedule reads of a physician, but for declared facts, which stay as they are. */
function factsOf({ physician }: Account, schedule: Schedule, year: number): string {
  const read = physicianReader(schedule, year, physician, new NoticeBook());
  const missing = missingPart(schedule, year, physician);
  return JSON.stringify([
    PHYSICIAN_FACTS.map((fact) => readOrRefused(read, fact)),
    missing && !isZero(missing) ? missing : undefined,
  ]);
}

/** A fact that is refused stands for itself: it matters only where an amount asks for it. */
function readOrRefused(read: FactReader, fact: PhysicianFact): FactValue {
  try {
    return read(fact);
  } catch (error) {
    if (error instanceof ForfaitError) return error.refusal.code;
    throw error;
  }
}

function isSameList(a: PatientList | undefined, b: PatientList | undefined): boolean {
  if (a === b || !a || !b) return a === b;
  return (
    isSame(a.cells, b.cells) &&
    isSame(a.actions, b.actions) &&
    JSON.stringify(a.indicators) === JSON.stringify(b.indicators)
  );
}

function isSame(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
