import type { Cte } from "./query.ts";
import { readValues } from "./table-values.ts";

export const physicianValues: Cte = ({ physicians }) => {
  if (!physicians) return undefined;
  return {
    name: "physician_values",
    description: "Columns of physicians, NULL for what is not read.",
    select: {
      columns: [...readValues(physicians)],
      from: physicians.name,
    },
  };
};
