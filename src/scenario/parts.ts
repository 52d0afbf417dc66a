import { euros } from "../money/cents.ts";
import type { ChangeParts } from "./change-parts.ts";
import { casePartsOf } from "./case-parts.ts";
import { PartLabels } from "./part-labels.ts";
import type { Frame, Priced } from "./priced.ts";
import type { Sides } from "./sides.ts";
import { valuePartsOf } from "./value-parts.ts";

/** Takes the change from one schedule to another apart. */
export function partsOf(frame: Frame, sides: Sides, a: Priced, b: Priced): ChangeParts {
  const found = valuePartsOf(frame, sides, a, b);
  const values = found?.values ?? [];
  const cases = found ? [] : casePartsOf(frame, a, b);
  const labels = new PartLabels(a.schedule, b.schedule, frame.year);
  const interaction = found?.interaction ?? 0;
  const told = [...values, ...cases].reduce((sum, { cents }) => sum + cents, interaction);
  return {
    by: found ? "value" : "case",
    values: values.map(({ paths, cents }) => ({
      paths,
      label: labels.ofValues(paths),
      change: euros(cents),
    })),
    cases: cases.map(({ cents, ...part }) => ({
      ...part,
      label: labels.ofCases(part.a, part.b),
      change: euros(cents),
    })),
    interaction: euros(interaction),
    rounding: euros(b.total - a.total - told),
  };
}
