import { frenchDay, lastDay } from "../day.ts";
import { refusal, type LocalizedText, type Refusal } from "../error.ts";
import type { ToldDates } from "../list/told-dates.ts";
import type { Schedule } from "../schedule/language.ts";
import { referenceYearOf, zoneDayOf } from "./facts.ts";

/**
 * Why a list does not tell what is paid under a schedule that reads it on another day: a list
 * without dates was closed on one day, and says nothing of another.
 * @param inUse the schedule that the list was made for
 */
export function unanswered(
  inUse: Schedule,
  schedule: Schedule,
  year: number,
  told: ToldDates,
): Refusal | undefined {
  const day = lastDay(referenceYearOf(schedule.reads.on, year));
  if (schedule.reads.on !== inUse.reads.on && !told.registration)
    return missing("patients[].registeredFrom", {
      fr: `la patientèle au ${frenchDay(day)} : les dates d'inscription, de départ et de décès`,
      en: `the list on ${day}: the dates of registration, departure and death`,
    });
  const zoneDay = zoneDayOf(schedule, year);
  const isOtherZone = (schedule.reads.zoneOn ?? "") !== (inUse.reads.zoneOn ?? "");
  if (isOtherZone && !told.zone)
    return missing("physicians[].zone", {
      fr: `la zone au ${frenchDay(zoneDay)} : les zones avec leurs dates`,
      en: `the zone on ${zoneDay}: zones with their dates`,
    });
  if (schedule.reads.preventionYear !== inUse.reads.preventionYear && !told.prevention)
    return missing("patients[].prevention", {
      fr: "le jour de chaque indicateur validé",
      en: "the day of each action of prevention",
    });
  return undefined;
}

function missing(path: string, allowed: LocalizedText): Refusal {
  return refusal("READING_UNANSWERED", path, undefined, allowed);
}
