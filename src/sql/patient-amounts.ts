import { internal, number, when } from "../formula/expression/expression.ts";
import { nameOf } from "../formula/expression/names.ts";
import type { Formula } from "../formula/formula.ts";
import type { AmountRule } from "../statement/compiled.ts";
import { allRules } from "../statement/rules/per-indicator.ts";
import { IDS } from "./patient-facts.ts";
import { kept, type Cte } from "./query.ts";

export const patientAmounts: Cte = ({ formula, physicians, grain }) => {
  const { patients, ofPatients, counted } = formula;
  return {
    name: "patient_amounts",
    description: "Cents a year for each patient, before uplifts.",
    select: {
      columns: [
        ...kept(grain === "patient" ? IDS : ["physician_id"]),
        ...[...ofPatients].map(([id, value]) => ({ as: nameOf.cents(id), value })),
        ...counted,
        { as: "unreadable", value: when(patients.readable, number(0), number(1)) },
      ],
      from: "patient_facts",
      ...(physicians &&
        dependOnPhysician(formula) && {
          join: {
            kind: "LEFT JOIN",
            table: "physician_facts",
            on: [internal("physician"), internal("physician_id")],
          },
        }),
    },
  };
};

function dependOnPhysician({ compiled, ofPatients }: Formula): boolean {
  return compiled.amounts.some(
    (paid) => ofPatients.has(paid.component) && allRules(paid).some(looksAtPhysician),
  );
}

const looksAtPhysician = ({ physician }: AmountRule): boolean =>
  physician.some((one) => Object.keys(one).length > 0);
