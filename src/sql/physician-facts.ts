import { count, internal, over } from "../formula/expression/expression.ts";
import { kept, type Cte } from "./query.ts";
import { unreadColumn } from "./table-values.ts";

export const physicianFacts: Cte = ({ formula, physicians: table }, before) => {
  if (!table) return undefined;
  const { facts, unpaid } = formula.physicians;
  const unread = unreadColumn(table);
  return {
    name: "physician_facts",
    description: "Facts of each physician.",
    select: {
      columns: [
        ...kept(["physician"]),
        ...[...facts.values()].flatMap(({ column }) => column ?? []),
        ...(unpaid ? [unpaid.column] : []),
        ...(unread ? [{ as: "physician_unread", value: unread }] : []),
        { as: "times_listed", value: over(count(), internal("physician")) },
      ],
      from: before,
    },
  };
};
