import { nothing, number } from "../formula/expression/expression.ts";
import type { Cte } from "./query.ts";

/** Columns by which shares are allocated to patients. */
export const IDS = ["physician_id", "patient_id", "place"];

export const patientFacts: Cte = ({ formula: { patients }, patients: table, grain }) => {
  const { columns, facts, prevention, onDay } = patients;
  return {
    name: "patient_facts",
    description: onDay
      ? `Facts of each patient of the list on ${onDay.day}.`
      : "Facts of each patient.",
    select: {
      columns: [
        { as: "physician_id", value: columns.physicianId ?? nothing("text") },
        ...(grain === "patient"
          ? [
              { as: "patient_id", value: columns.id ?? nothing("text") },
              { as: "place", value: columns.place ?? number(0) },
            ]
          : []),
        ...[...facts.values()].flatMap(({ column }) => column ?? []),
        ...prevention.columns,
        ...(onDay?.registered ? [onDay.registered] : []),
      ],
      from: table,
      ...(onDay && { where: onDay.isListed }),
    },
  };
};
