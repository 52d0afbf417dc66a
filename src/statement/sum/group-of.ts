import { guard, refuse, type LocalizedText } from "../../error.ts";
import type { Statement } from "../statement.ts";

/** What says the group of a statement: a function, or a group for each id of a physician. */
export type GroupBy =
  | ((statement: Statement) => string | number)
  | ReadonlyMap<string, string | number>
  | Readonly<Record<string, string | number>>;

/**
 * Gives the group of a statement as text.
 * @throws ForfaitError INPUT_INVALID for a group that is neither text nor number;
 * PHYSICIAN_UNKNOWN for a physician whom the map does not name
 */
export function groupOf(by: GroupBy): (statement: Statement, index: number) => string {
  if (typeof by === "function")
    return (statement, index) => {
      const path = `by(statements[${index}])`;
      return groupText(
        guard(path, () => by(statement)),
        path,
      );
    };
  if (typeof by !== "object" || by === null) return refuse("INPUT_INVALID", "by", by, aGrouping);
  const groups = new Map<string, unknown>(by instanceof Map ? by : Object.entries(by));
  return ({ physicianId }, index) => {
    const path = `statements[${index}].physicianId`;
    if (physicianId === null || !groups.has(physicianId))
      return refuse("PHYSICIAN_UNKNOWN", path, physicianId, namedBy(groups.size));
    return groupText(groups.get(physicianId), `by.${physicianId}`);
  };
}

/** Who is named is not told: the physician may not be the reader's. */
const namedBy = (count: number): LocalizedText => ({
  fr: `un des ${count} médecins que nomme by`,
  en: `one of the ${count} physicians whom by names`,
});

function groupText(group: unknown, path: string): string {
  return (typeof group === "string" && group !== "") || Number.isFinite(group)
    ? String(group)
    : refuse("INPUT_INVALID", path, group, aGroup);
}

const aGrouping: LocalizedText = {
  fr: "une fonction, ou un groupe pour chaque identifiant de médecin",
  en: "a function, or a group for each id of a physician",
};
const aGroup: LocalizedText = { fr: "un texte ou un nombre", en: "a text or a number" };
