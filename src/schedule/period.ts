import type { Schedule } from "./language.ts";

/** Whether a schedule is in force on a day. */
export function covers({ inForce }: Schedule, day: string): boolean {
  return inForce !== undefined && inForce.from <= day && day <= inForce.to;
}
