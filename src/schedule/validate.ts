import type * as z from "zod/mini";
import { guard, oneOf, refuse, type LocalizedText } from "../error.ts";
import { LAST_ALD } from "../facts.ts";
import { last } from "../last.ts";
import { ACT_DAY, DECIMAL, EUROS, MONTHS, PERCENT } from "./formats.ts";

type Schema = z.ZodMiniType;
type Issue = z.core.$ZodIssue;
type Key = string | number | symbol;

/** Validates a document against a zod schema. The first error becomes a refusal. */
export function validate(schema: Schema, document: unknown): void {
  const result = guard("(document)", () => schema.safeParse(document), "SCHEDULE_INVALID");
  if (result.success) return;
  const { issue, path } = innermost(result.error.issues[0] as Issue, []);

  if (issue.code === "unrecognized_keys") {
    const key = issue.keys[0] as string;
    refuse("SCHEDULE_UNKNOWN_KEY", join([...path, key]), key, oneOf(keysBeside(schema, path, key)));
  }
  const sourceMissing = last(path) === "checked" && valueAt(document, path) === undefined;
  refuse(
    sourceMissing ? "SCHEDULE_SOURCE_MISSING" : "SCHEDULE_INVALID",
    join(path),
    valueAt(document, path),
    allowedBy(issue),
  );
}

/**
 * In a union, the error of the most likely branch: of those whose outer shape matches, the one with
 * the fewest errors.
 */
function innermost(issue: Issue, before: readonly Key[]): { issue: Issue; path: readonly Key[] } {
  const path = [...before, ...issue.path];
  if (issue.code !== "invalid_union") return { issue, path };
  const candidates = issue.errors.filter((branch) => matchesShape(branch[0] as Issue));
  const [likeliest] = candidates.sort((a, b) => errorsIn(a) - errorsIn(b));
  return likeliest ? innermost(likeliest[0] as Issue, path) : { issue, path };
}

function matchesShape({ path, code }: Issue): boolean {
  return path.length > 0 || code === "unrecognized_keys";
}

function errorsIn(issues: readonly Issue[]): number {
  return issues.reduce(
    (count, issue) => count + (issue.code === "unrecognized_keys" ? issue.keys.length : 1),
    0,
  );
}

function allowedBy(issue: Issue): LocalizedText {
  const named = formats[issue.message as keyof typeof formats];
  if (named) return named;
  if (issue.code === "invalid_value") return oneOf(issue.values.map(String));
  if (issue.code === "invalid_union") return oneOf(issue.message.split(","));
  if (issue.code === "invalid_type")
    return types[issue.expected as keyof typeof types] ?? oneOf([issue.expected]);
  if (issue.code === "invalid_key") return allowedBy(issue.issues[0] as Issue);
  return { fr: "une valeur non vide", en: "a value that is not empty" };
}

const types = {
  string: { fr: "un texte", en: "a text" },
  object: { fr: "un objet", en: "an object" },
  record: { fr: "un objet", en: "an object" },
  array: { fr: "une liste", en: "a list" },
  boolean: { fr: "true ou false", en: "true or false" },
} satisfies Record<string, LocalizedText>;

const formats = {
  id: {
    fr: "lettres, chiffres, + et -, et pas seulement des chiffres",
    en: "letters, digits, + and -, and not digits alone",
  },
  year: { fr: 'une année : "2026"', en: 'a year: "2026"' },
  paymentYear: { fr: "une année, en nombre : 2027", en: "a year, as a number: 2027" },
  scheduleId: { fr: "un identifiant comme fr.fmt.2026", en: "an id such as fr.fmt.2026" },
  date: { fr: "une date AAAA-MM-JJ", en: "a date YYYY-MM-DD" },
  euros: EUROS.text,
  percent: PERCENT.text,
  decimal: DECIMAL.text,
  count: { fr: "un entier de 0 à 1000000", en: "a whole number from 0 to 1000000" },
  ifMissing: { fr: 'true, false ou un nombre : "12"', en: 'true, false or a number: "12"' },
  range: {
    fr: 'des entiers, bornes comprises : "0-6", "80+", "1"',
    en: 'whole numbers, both ends included: "0-6", "80+", "1"',
  },
  referenceDay: { fr: '"31/12/N" ou "31/12/N-1"', en: '"31/12/N" or "31/12/N-1"' },
  zoneDay: { fr: '"31/12/N-1" ou "01/01/N"', en: '"31/12/N-1" or "01/01/N"' },
  actDay: ACT_DAY.text,
  months: MONTHS.text,
  ald: { fr: `des numéros d'ALD, de 1 à ${LAST_ALD}`, en: `numbers of ALD, from 1 to ${LAST_ALD}` },
  acts: { fr: "un nombre d'actes, de 1 à 100", en: "a number of acts, from 1 to 100" },
  dueDate: { fr: 'un mois ou une année : "04/N", "N+1"', en: 'a month or a year: "04/N", "N+1"' },
  remark: { fr: "un texte, ou {fr, en}", en: "a text, or {fr, en}" },
  source: {
    fr: "un nom de source, ou une liste de noms",
    en: "the id of a source, or a list of ids",
  },
  c2s: { fr: 'true, false, "free" ou "contributory"', en: 'true, false, "free" or "contributory"' },
  rate: {
    fr: "un pourcentage, ou {share, above, slope, cap, capOn}",
    en: "a percentage, or {share, above, slope, cap, capOn}",
  },
  payment: {
    fr: "{equal} ou {advance, due, on, balance}",
    en: "{equal} or {advance, due, on, balance}",
  },
} satisfies Record<string, LocalizedText>;

/** Keys allowed in the object that has an unknown key. */
function keysBeside(schema: Schema, path: readonly Key[], unknown: string): string[] {
  let at: Schema[] = [schema];
  for (const key of path) at = at.flatMap((one) => step(one, key));
  const shapes = at.flatMap(unwrap).map((one) => (one._zod.def as { shape?: object }).shape ?? {});
  return [
    ...new Set(shapes.filter((shape) => !Object.hasOwn(shape, unknown)).flatMap(Object.keys)),
  ];
}

function step(schema: Schema, key: Key): Schema[] {
  return unwrap(schema).flatMap((one) => {
    const def = one._zod.def as {
      shape?: Record<Key, Schema>;
      valueType?: Schema;
      element?: Schema;
      catchall?: Schema;
    };
    const next = def.shape?.[key] ?? def.valueType ?? def.element ?? def.catchall;
    return next ? [next] : [];
  });
}

function unwrap(schema: Schema): Schema[] {
  const def = schema._zod.def as { innerType?: Schema; options?: Schema[] };
  if (def.innerType) return unwrap(def.innerType);
  return def.options ? def.options.flatMap(unwrap) : [schema];
}

function valueAt(document: unknown, path: readonly Key[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<Key, unknown>)[key], document);
}

function join(path: readonly Key[]): string {
  return path.map(String).join(".") || "(document)";
}
