import { titles, type ErrorCode } from "./error-codes.ts";
import { printable, printableJson, quoted } from "./printable.ts";
import { tagOf } from "./tag.ts";
import type { Locale, LocalizedText } from "./text.ts";
import { typeset } from "./typography.ts";

export type { ErrorCode, Locale, LocalizedText };

/** Why an input was refused, as plain data: where, what was found, what is allowed. */
export interface Refusal {
  readonly code: ErrorCode;
  /** Location: `patients[12].birthDate`, `base.80+.amount`, `year`. */
  readonly path: string;
  /** The value found, as shortened JSON. */
  readonly found: string;
  readonly allowed: LocalizedText;
  readonly message: LocalizedText;
}

/**
 * The only error that the library throws on purpose.
 * `message` is in English; `refusal.message` has both languages.
 */
export class ForfaitError extends Error {
  override readonly name = "ForfaitError";
  readonly code: ErrorCode;
  readonly path: string;
  readonly found: string;
  readonly allowed: LocalizedText;
  readonly refusal: Refusal;

  /** True for the errors of every entry of the package: CommonJS entries share no class. */
  static override [Symbol.hasInstance](value: unknown): value is ForfaitError {
    if (this !== ForfaitError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return value instanceof Error && value.name === "ForfaitError";
  }

  /**
   * The error of a refusal, which is plain data: a Worker posts the refusal, since an error that is
   * posted loses all but its message.
   */
  static from(refusal: Refusal): ForfaitError {
    return new ForfaitError(refusal);
  }

  constructor(refusal: Refusal) {
    super(`${refusal.code}: ${refusal.message.en}`);
    this.code = refusal.code;
    this.path = refusal.path;
    this.found = refusal.found;
    this.allowed = refusal.allowed;
    this.refusal = refusal;
  }
}

/**
 * Whether a value is an error of this library, of another copy of it or of another realm too.
 * @example
 * // Is a year in words refused by the library?
 * let caught: unknown;
 * try {
 *   scheduleFor("next year");
 * } catch (error) {
 *   caught = error;
 * }
 * isForfaitError(caught) && caught.code
 * //=> "DATE_INVALID"
 */
export function isForfaitError(value: unknown): value is ForfaitError {
  if (typeof value !== "object" || value === null) return false;
  const { name, refusal: why } = value as Partial<ForfaitError>;
  return name === "ForfaitError" && typeof why?.code === "string";
}

/** Builds a refusal. Its message combines the code's title, the path, the value and `allowed`. */
export function refusal(
  code: ErrorCode,
  path: string,
  found: unknown,
  allowed: LocalizedText,
): Refusal {
  return refusalOf(code, path, show(found), allowed);
}

/** The same refusal of a value that the caller gave elsewhere. */
export function refusalAt(path: string, { code, found, allowed }: Refusal): Refusal {
  return refusalOf(code, path, found, allowed);
}

function refusalOf(code: ErrorCode, path: string, found: string, allowed: LocalizedText): Refusal {
  const title = typeset(titles[code]);
  const place = quoted(path);
  const { fr, en } = typeset({ fr: printable(allowed.fr), en: printable(allowed.en) });
  return {
    code,
    path: place,
    found,
    allowed: { fr, en },
    message: {
      fr: `${title.fr} (${place})\u00a0: trouvé ${found}\u00a0; attendu\u00a0: ${fr}`,
      en: `${title.en} (${place}): found ${found}; allowed: ${en}`,
    },
  };
}

export function refuse(
  code: ErrorCode,
  path: string,
  found: unknown,
  allowed: LocalizedText,
): never {
  throw new ForfaitError(refusal(code, path, found, allowed));
}

/** Accesses an untrusted value; an error thrown by its accessors becomes a refusal. */
export function guard<Result>(
  path: string,
  look: () => Result,
  code: ErrorCode = "INPUT_INVALID",
): Result {
  try {
    return look();
  } catch (error) {
    if (error instanceof ForfaitError) throw error;
    return refuse(code, path, undefined, {
      fr: "une valeur qui se laisse lire",
      en: "a value that can be read",
    });
  }
}

/**
 * Copies an untrusted list, which could otherwise change while its rows are read.
 * @throws ForfaitError INPUT_INVALID if it is not an array
 */
export function copyOfList<Row>(path: string, list: readonly Row[]): readonly Row[] {
  const copy = guard(path, () => (Array.isArray(list) ? [...(list as Row[])] : undefined));
  return copy ?? refuse("INPUT_INVALID", path, list, { fr: "une liste", en: "a list" });
}

/** Allowed values that read the same in both languages. */
export function oneOf(values: Iterable<string>): LocalizedText {
  const all = [...values];
  const more = all.length > LISTED ? [`… (${all.length})`] : [];
  const list = [...all.slice(0, LISTED).map(quoted), ...more].join(", ");
  return { fr: list, en: list };
}

/** Most allowed values that a message lists: more than a document of the package has. */
const LISTED = 40;

/** Most characters shown of a value. */
const SHOWN = 80;

/** A value found, as shortened JSON. */
export function show(value: unknown, depth = 0): string {
  const text =
    typeof value === "string" ? printableJson(value.slice(0, SHOWN)) : shape(value, depth);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** Describes an untrusted value; `?` if its accessors throw. */
function shape(value: unknown, depth: number): string {
  try {
    if (tagOf(value) === "[object Date]") return `Date(${(value as Date).toISOString()})`;
    if (Array.isArray(value))
      return value.length > 8 || depth > 2
        ? `[… ${value.length}]`
        : `[${value.map((one) => show(one, depth + 1)).join(", ")}]`;
    if (typeof value === "object" && value !== null)
      return `{${Object.keys(value).slice(0, 8).map(quoted).join(", ")}}`;
    if (typeof value === "function" || typeof value === "symbol") return typeof value;
    return String(value);
  } catch {
    return "?";
  }
}
