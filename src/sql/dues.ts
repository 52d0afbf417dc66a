import { dueOf } from "../formula/due.ts";
import { nameOf } from "../formula/expression/names.ts";
import { kept, type Cte } from "./query.ts";

export const dues: Cte = ({ formula }, before) => {
  const { compiled, physicians, ofPatients, counted } = formula;
  const { facts, unpaid } = physicians;
  return {
    name: "dues",
    description: "due is 1, 0 if not eligible, NULL if data is invalid.",
    select: {
      columns: [
        ...kept(ACCOUNT.slice(0, -1)),
        { as: "due", value: dueOf(compiled.schedule, physicians) },
        ...kept([...facts.values()].flatMap(({ column }) => column?.as ?? [])),
        ...kept(unpaid ? [unpaid.column.as] : []),
        ...kept(counted.map(({ as }) => as)),
        ...kept([...ofPatients.keys()].map(nameOf.total)),
      ],
      from: before,
    },
  };
};

/** Names of what a physician has besides amounts. */
export const ACCOUNT = ["account", "patients", "invalid", "due"];
