import {
  euros,
  internal,
  minus,
  number,
  plus,
  type Expression,
} from "../formula/expression/expression.ts";
import { nameOf } from "../formula/expression/names.ts";
import type { Formula } from "../formula/formula.ts";
import type { Column, Select, Source } from "./query.ts";

/** The final SELECT, from the last CTE: amounts in euros, and the name of what is invalid. */
export function result({ formula, grain }: Source, before: string): Select {
  const byPatient = grain === "patient";
  const who = byPatient
    ? [column("physicianId", internal("physician_id")), column("id", internal("patient_id"))]
    : [column("physicianId", internal("account")), column("patients", internal("patients"))];
  const centsOf = byPatient ? ofPatient : ofPhysician;
  const all = formula.compiled.components.map(
    (id) => [id, formula.payable.includes(id) ? centsOf(id, formula) : number(0)] as const,
  );
  const amounts = [...all, ["total", plus(...all.map(([, cents]) => cents))] as const];
  return {
    columns: [
      ...who,
      ...amounts.map(([id, cents]) => column(id, euros(cents))),
      column("invalid", internal("invalid")),
    ],
    from: before,
    ...(!byPatient && { orderBy: [{ of: internal("account") }] }),
  };
}

const ofPatient = (id: string): Expression => internal(nameOf.cents(id));

function ofPhysician(id: string, { physicians }: Formula): Expression {
  const total = internal(nameOf.total(id));
  return physicians.unpaid ? minus(total, internal(nameOf.unpaid(id))) : total;
}

const column = (as: string, value: Expression): Column => ({ as, value, quoted: true });
