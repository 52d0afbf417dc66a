import { getSchedule } from "../../src/index.ts";

/** Whether a shipped schedule reads the 31 December of its payment year, as the FPMT does; else it is that of the year before. */
export function readsItsYear(schedule: string): boolean {
  return getSchedule(schedule).reads.on === "31/12/N";
}

/** Whether a shipped schedule pays advances, which rest on the list of a year before. */
export function paysAdvances(schedule: string): boolean {
  return Object.values(getSchedule(schedule).payment).some(
    (plan) => typeof plan === "object" && "advance" in plan,
  );
}
