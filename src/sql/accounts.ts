import { dueOf } from "../formula/due.ts";
import {
  cast,
  coalesce,
  compare,
  internal,
  number,
  type Expression,
} from "../formula/expression/expression.ts";
import { nameOf } from "../formula/expression/names.ts";
import { kept, type Cte } from "./query.ts";

export const accounts: Cte = ({ formula, physicians: table }) => {
  const { compiled, physicians, ofPatients, counted } = formula;
  const { facts, unpaid } = physicians;
  const [physician, owner] = [internal("physician"), internal("physician_id")] as const;
  /** A physician who is listed may have no patients. */
  const orNone = (name: string): Expression =>
    table ? coalesce(internal(name), number(0)) : internal(name);
  const unread = compare(orNone("unreadable"), ">", number(0));
  return {
    name: "accounts",
    description:
      "Facts and list of each physician; due is 1, 0 if not eligible, NULL if data is invalid.",
    select: {
      columns: [
        { as: "account", value: table ? coalesce(physician, owner) : owner },
        { as: "patients", value: orNone("patients") },
        { as: "due", value: dueOf(compiled.schedule, physicians, unread) },
        ...kept([...facts.values()].flatMap(({ column }) => column?.as ?? [])),
        ...kept(unpaid ? [unpaid.column.as] : []),
        ...counted.map(({ as }) => ({ as, value: orNone(as) })),
        ...[...ofPatients.keys()].map((component) => ({
          as: nameOf.total(component),
          value: cast(orNone(nameOf.total(component)), "wide"),
        })),
      ],
      ...(table
        ? {
            from: "physician_facts",
            join: { kind: "FULL JOIN", table: "list_sums", on: [physician, owner] },
          }
        : { from: "list_sums" }),
    },
  };
};
