import { kept, type Cte, type Source } from "./query.ts";
import { unreadColumn } from "./table-values.ts";

/** Columns by which shares are allocated to patients. */
export const IDS = ["physician_id", "patient_id", "place"];

/** Names of what tells who a patient is; the id, so that nobody is counted twice. */
export function idsOf({ patients, grain }: Source): readonly string[] {
  if (grain === "patient") return IDS;
  return patients.fields["id"] ? ["physician_id", "patient_id"] : ["physician_id"];
}

export const patientFacts: Cte = (source, before) => {
  const { facts, prevention, onDay } = source.formula.patients;
  const unread = unreadColumn(source.patients);
  return {
    name: "patient_facts",
    description: onDay
      ? `Facts of each patient of the list on ${onDay.day}.`
      : "Facts of each patient.",
    select: {
      columns: [
        ...kept(idsOf(source)),
        ...[...facts.values()].flatMap(({ column }) => column ?? []),
        ...prevention.columns,
        ...(onDay?.registered ? [onDay.registered] : []),
        ...(unread ? [{ as: "unread", value: unread }] : []),
      ],
      from: before,
      ...(onDay && { where: onDay.isListed }),
    },
  };
};
