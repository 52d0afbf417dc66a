import type { Account, ListRequirements } from "../list/batch-reader.ts";
import type { PatientList } from "../list/patient-list.ts";
import { countPanel, type Panel } from "../panel/panel.ts";
import type { Compiled } from "./compile.ts";
import { Pricer, type Listed, type Priced } from "./price.ts";
import { listRequirements } from "./requirements.ts";

/** Prices accounts: counts their lists, which pricing does not see. */
export class AccountPricer {
  readonly required: ListRequirements;
  readonly #pricer: Pricer;

  constructor(compiled: Compiled, year: number) {
    this.required = listRequirements(compiled, year);
    this.#pricer = new Pricer(compiled, year);
  }

  price({ physician, patients, previous }: Account, listed: Listed, alone = false): Priced {
    const { referenceYear, previousYear = referenceYear } = this.required;
    return this.#pricer.price(
      {
        physician,
        panel: panelOf(patients, referenceYear),
        ...(previous && { previous: panelOf(previous, previousYear) }),
        notices: patients.notices.list(),
        alone,
      },
      listed,
    );
  }
}

function panelOf({ cells, prevention }: PatientList, referenceYear: number): Panel {
  return countPanel(referenceYear, cells, prevention);
}
