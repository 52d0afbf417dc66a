import { refuse } from "../error.ts";
import type { Dialect } from "./dialect.ts";

/** Prints a name: the query's own plain names bare, all others quoted. */
export function nameOf(name: string, foreign: boolean, dialect: Dialect): string {
  return !foreign && PLAIN.test(name) ? name : dialect.name(name);
}

const PLAIN = /^[a-z_][a-z0-9_]*$/;

/**
 * A one-line comment. Nothing in the text can end it, and no trailing backslash can continue it.
 */
export function comment(text: string): string {
  const line = text.replaceAll(CONTROLS, " ").replace(/[\s\\]+$/, "");
  return line === "" ? "--" : `-- ${line}`;
}

/** Every character that some database treats as the end of a line or of the text. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/**
 * Checks a table or column name given by the user.
 * @throws ForfaitError INPUT_INVALID if empty or containing NUL
 */
export function checkName(name: unknown, path: string): string {
  if (typeof name === "string" && name !== "" && !name.includes("\0")) return name;
  return refuse("INPUT_INVALID", path, name, {
    fr: "un nom non vide",
    en: "a name that is not empty",
  });
}
