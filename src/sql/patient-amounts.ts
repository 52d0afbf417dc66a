import { internal, type Expression } from "../formula/expression/expression.ts";
import { firstInvalid } from "../formula/check.ts";
import { nameOf } from "../formula/expression/names.ts";
import type { Formula } from "../formula/formula.ts";
import type { AmountRule } from "../statement/compiled.ts";
import { allRules } from "../statement/rules/per-indicator.ts";
import { idsOf } from "./patient-facts.ts";
import { kept, type Cte, type Source } from "./query.ts";
import { unreadColumn, labelOf } from "./table-values.ts";

export const patientAmounts: Cte = (source) => {
  const { formula, physicians } = source;
  const { ofPatients, counted } = formula;
  return {
    name: "patient_amounts",
    description: "Cents a year for each patient, before uplifts.",
    select: {
      columns: [
        ...kept(idsOf(source)),
        ...[...ofPatients].map(([id, value]) => ({ as: nameOf.cents(id), value })),
        ...counted,
        { as: "invalid_row", value: invalidRow(source) },
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

/** Name of a column of which a row holds nothing valid; NULL if there is none. */
function invalidRow({ formula, patients }: Source): Expression {
  return firstInvalid(
    formula.patients.checks,
    (of) => labelOf(patients, FIELDS[of] ?? [of]),
    unreadColumn(patients) ? internal("unread") : undefined,
  );
}

/** The fields that a fact may come from. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  registered: ["registeredUntil"],
  age: ["age", "birthDate", "birthYear"],
  ald: ["ald", "aldFrom", "aldUntil"],
  c2s: ["c2s", "c2sFrom", "c2sUntil"],
  seen: ["seen", "lastSeen", "yearsSinceSeen"],
};

function dependOnPhysician({ compiled, ofPatients }: Formula): boolean {
  return compiled.amounts.some(
    (paid) => ofPatients.has(paid.component) && allRules(paid).some(looksAtPhysician),
  );
}

const looksAtPhysician = ({ physician }: AmountRule): boolean =>
  physician.some((one) => Object.keys(one).length > 0);
