import { ifDue } from "../formula/due.ts";
import { call, internal } from "../formula/expression/expression.ts";
import { nameOf } from "../formula/expression/names.ts";
import type { Formula } from "../formula/formula.ts";
import { IDS } from "./patient-facts.ts";
import { kept, type Cte } from "./query.ts";

export const patientYear: Cte = ({ formula, grain }, before) => {
  if (grain === "physician") return undefined;
  const { schedule } = formula.compiled;
  const bearing = (schedule.uplifts?.of ?? []).map(nameOf.cents);
  return {
    name: "patient_year",
    description: "Cents of each patient, next to the amounts to allocate.",
    select: {
      columns: [
        ...kept(IDS),
        { as: "invalid", value: call("COALESCE", internal("invalid_row"), internal("invalid")) },
        ...Object.keys(schedule.amounts)
          .map(nameOf.cents)
          .map((name) => ({ as: name, value: ifDue(name) })),
        ...(formula.rates.uplifts.length > 0 ? [{ as: "bearing", value: ifDue(...bearing) }] : []),
        ...kept([...upliftsToAllocate(formula), ...reductionsToAllocate(formula)]),
      ],
      from: "patient_amounts",
      join: {
        kind: "LEFT JOIN",
        table: before,
        on: [internal("account"), internal("physician_id")],
      },
    },
  };
};

/** Names of what a patient has besides amounts. */
export const PATIENT = [...IDS, "invalid"];

/** Names of the physician's amounts that uplifts are allocated by. */
export function upliftsToAllocate({ rates: { uplifts } }: Formula): string[] {
  return uplifts.length > 0 ? ["uplift_base", ...uplifts.map(nameOf.total)] : [];
}

/** Names of the physician's amounts that reductions are allocated by, except the uplifts. */
export function reductionsToAllocate({ compiled, physicians, payable }: Formula): string[] {
  if (!physicians.unpaid) return [];
  const amounts = Object.keys(compiled.schedule.amounts);
  return [...amounts.map(nameOf.total), ...payable.map(nameOf.unpaid)];
}
