import { call, internal, sum } from "../formula/expression/expression.ts";
import { nameOf } from "../formula/expression/names.ts";
import type { Cte } from "./query.ts";

export const listSums: Cte = ({ formula: { ofPatients, counted } }) => ({
  name: "list_sums",
  description: "List of each physician, summed.",
  select: {
    columns: [
      { as: "physician_id", value: internal("physician_id") },
      { as: "patients", value: call("COUNT") },
      { as: "unreadable", value: sum(internal("unreadable")) },
      ...[...ofPatients.keys()].map((component) => ({
        as: nameOf.total(component),
        value: sum(internal(nameOf.cents(component))),
      })),
      ...counted.map(({ as }) => ({ as, value: sum(internal(as)) })),
    ],
    from: "patient_amounts",
    groupBy: [internal("physician_id")],
  },
});
