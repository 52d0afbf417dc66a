import { getDaysInMonth } from "date-fns/getDaysInMonth";
import type { ActDay } from "../language.ts";

/** A day that a way of prevention names: of a year counted from Y, or counted from birth. */
export type ParsedDay =
  | {
      readonly from: "year";
      readonly years: number;
      /** 1 to 12. */
      readonly month: number;
      readonly day: number;
    }
  | { readonly from: "birth"; readonly months: number };

/** @param day of the form that the schema asks for */
export function parseActDay(day: ActDay): ParsedDay {
  if (day.startsWith("birth")) return { from: "birth", months: Number.parseInt(day.slice(6), 10) };
  const [date, month, year] = day.split("/") as [string, string, string];
  return { from: "year", years: Number(year.slice(1)), month: Number(month), day: Number(date) };
}

/** Whether every year has the day: a leap day would leave most years without one. */
export function isInEveryYear(day: ParsedDay): boolean {
  return day.from === "birth" || day.day <= getDaysInMonth(new Date(2001, day.month - 1));
}

/** Whether one day comes after another whatever the year and the birth; false if that depends. */
export function isAfter(one: ParsedDay, other: ParsedDay): boolean {
  return one.from === other.from && orderOf(one) > orderOf(other);
}

function orderOf(day: ParsedDay): number {
  return day.from === "year" ? (day.years * 12 + day.month) * 31 + day.day : day.months;
}
