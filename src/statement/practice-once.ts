import { refuse } from "../error.ts";
import { isAbsent } from "../list/patient.ts";
import type { Schedule } from "../schedule/language.ts";

/**
 * Under a schedule that pays practices, the list is the practice's: of several physicians who name
 * one practice, each would be paid what is due once.
 */
export class PracticesPaid {
  readonly #owners = new Map<string, unknown>();

  /**
   * Notes that an account is paid for its practice.
   * @throws ForfaitError PRACTICE_SHARED if another account was
   */
  claim(practiceId: string | null | undefined, account: unknown, path: string): void {
    if (isAbsent(practiceId)) return;
    const owner = this.#owners.get(practiceId) ?? account;
    if (owner !== account)
      refuse("PRACTICE_SHARED", `${path}.practiceId`, practiceId, {
        fr: "un cabinet par patientèle : le barème paie le cabinet, dont il faut la liste entière",
        en: "one list for each practice: the schedule pays the practice, whose whole list it needs",
      });
    this.#owners.set(practiceId, account);
  }
}

/** Undefined under a schedule that pays physicians, who may share a practice. */
export function practicesPaid({ paidTo }: Schedule): PracticesPaid | undefined {
  return paidTo === "practice" ? new PracticesPaid() : undefined;
}
