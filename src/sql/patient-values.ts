import { nothing, number } from "../formula/expression/expression.ts";
import type { Cte } from "./query.ts";
import { readValues } from "./table-values.ts";

export const patientValues: Cte = ({ patients, grain }) => {
  const { physicianId, id, place } = patients.fields;
  return {
    name: "patient_values",
    description: "Columns of patients, NULL for what is not read.",
    select: {
      columns: [
        ...(physicianId ? [] : [{ as: "physician_id", value: nothing("text") }]),
        ...(id || grain === "physician" ? [] : [{ as: "patient_id", value: nothing("text") }]),
        ...(place || grain === "physician" ? [] : [{ as: "place", value: number(0) }]),
        ...readValues(patients),
      ],
      from: patients.name,
      once: true,
    },
  };
};
