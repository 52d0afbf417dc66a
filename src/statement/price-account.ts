import type { Account, ListRequirements } from "../list/batch-reader.ts";
import { countPanel } from "../panel/panel.ts";
import type { Compiled } from "./compiled.ts";
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
        panel: countPanel(referenceYear, patients),
        ...(previous && { previous: countPanel(previousYear, previous) }),
        notices: patients.notices.list(),
        alone,
      },
      listed,
    );
  }
}
