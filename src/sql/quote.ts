import { refuse } from "../error.ts";
import type { Dialect } from "./dialect.ts";

/** A name as it is printed: the query's own plain names bare, every other quoted. */
export function nameOf(name: string, foreign: boolean, dialect: Dialect): string {
  return !foreign && PLAIN.test(name) ? name : dialect.name(name);
}

const PLAIN = /^[a-z_][a-z0-9_]*$/;

/** A comment of one line: nothing in the text can end it, and no backslash can carry it to the next line. */
export function comment(text: string): string {
  const line = text.replaceAll(CONTROLS, " ").replace(/[\s\\]+$/, "");
  return line === "" ? "--" : `-- ${line}`;
}

/** Every character that some database takes for the end of a line, or of the text. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** A name that the user gives to a table or column. @throws ForfaitError INPUT_INVALID for one that no database can hold */
export function checkName(name: unknown, path: string): string {
  if (typeof name === "string" && name !== "" && !name.includes("\0")) return name;
  return refuse("INPUT_INVALID", path, name, {
    fr: "un nom non vide",
    en: "a name that is not empty",
  });
}
