import { inert } from "./cells.ts";

/** An identifier that Excel would change: zeros in front, many digits, a power, a date. */
const CHANGED = /^(0\d+|\d{12,}|\d+[eE]\d+|\d{1,4}([-/.]\d{1,4}){1,2})$/;

/** Text as Excel keeps it. What it would take for a number is written `="007"`, which is read. */
export function excelText(text: string): string {
  return CHANGED.test(text) ? `="${text}"` : inert(text);
}
