import type { Account, ListRequirements } from "../list/batch-reader.ts";
import { countPanel } from "../panel/panel.ts";
import type { Compiled } from "./compiled.ts";
import { practicesPaid, type PracticesPaid } from "./practice-once.ts";
import { Pricer, type Listed, type Priced } from "./price.ts";
import { listRequirements } from "./requirements.ts";

/** Prices accounts: counts their lists, which pricing does not see. */
export class AccountPricer {
  readonly required: ListRequirements;
  readonly #pricer: Pricer;
  readonly #practices: PracticesPaid | undefined;

  constructor(compiled: Compiled, year: number) {
    this.#practices = practicesPaid(compiled.schedule);
    this.required = listRequirements(compiled, year);
    this.#pricer = new Pricer(compiled, year);
  }

  /** @throws ForfaitError for a fact that is missing or invalid; PRACTICE_SHARED */
  price(account: Account, listed: Listed, alone = false): Priced {
    const { physician, patients, previous, place } = account;
    this.#practices?.claim(physician.practiceId, account, `physicians[${place}]`);
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
