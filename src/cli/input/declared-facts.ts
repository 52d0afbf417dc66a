import type { DeclaredFact, Schedule } from "../../schedule/language.ts";
import type { Names } from "../../words/fields.ts";
import { headersOf } from "../../words/headers.ts";
import { letters } from "../../words/plain.ts";

/** Facts that a schedule declares, by id. In a file, the field of each is `facts.ID`. */
export type DeclaredFacts = Readonly<Record<string, DeclaredFact>>;

const PREFIX = "facts.";

export const declaredField = (id: string): string => `${PREFIX}${id}`;

/** Id of the fact that a field holds; undefined for a field of every list. */
export function factOf(field: string): string | undefined {
  return field.startsWith(PREFIX) ? field.slice(PREFIX.length) : undefined;
}

/** Facts that a schedule declares, also under the options of its readings. */
export function declaredIn({ facts = {}, readings = {} }: Schedule): DeclaredFacts {
  const ofOptions = Object.values(readings).flatMap(({ or }) =>
    Object.values(or).flatMap((patch) =>
      Object.entries(patch).flatMap(([path, value]) => {
        const id = factOf(path);
        const isWhole = id !== undefined && typeof value === "object" && value !== null;
        return isWhole && !id.includes(".") ? [[id, value as DeclaredFact] as const] : [];
      }),
    ),
  );
  return { ...Object.fromEntries(ofOptions), ...facts };
}

/** Whether physicians have to be told of their practices. */
export function readsPractices({ paidTo }: Schedule, facts: DeclaredFacts): boolean {
  return paidTo === "practice" || Object.values(facts).some(({ of }) => of === "practice");
}

/**
 * Adds facts to the fields of a file: their headers are the id and the labels in both languages. A
 * header that means another field, or two facts, is left out.
 */
export function withFacts(names: Names, facts: DeclaredFacts): Names {
  const taken = headersOf(names);
  const headers = Object.entries(facts).map(([id, { fr, en }]) => {
    const own = new Map([id, fr, en].map((header) => [letters(header), header]));
    return [id, own] as const;
  });
  const isOnlyOf = (key: string): boolean =>
    key !== "" && !taken.has(key) && headers.filter(([, own]) => own.has(key)).length === 1;
  const declared = headers.map(([id, own]) => [
    declaredField(id),
    [...own].flatMap(([key, header]) => (isOnlyOf(key) ? [header] : [])),
  ]);
  return { ...names, ...(Object.fromEntries(declared) as Names) };
}
