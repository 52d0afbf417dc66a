import type { Account } from "../list/batch-reader.ts";
import type { ListRequirements } from "../list/list-requirements.ts";
import type { ListChoices } from "../list/batch.ts";
import { columnNotices } from "../list/column-notices.ts";
import type { PhysicianFacts } from "../list/physician.ts";
import type { Columns } from "../list/told-columns.ts";
import type { Cents } from "../money/cents.ts";
import { countPanel, type Panel } from "../panel/panel.ts";
import type { Compiled } from "./compiled.ts";
import { practicesPaid, type PracticesPaid } from "./practice-once.ts";
import { Pricer, type Listed, type PhysicianPanel, type Priced } from "./price.ts";
import { listRequirements } from "./requirements.ts";
import type { Amounts } from "./write.ts";

/** Prices accounts: counts their lists, which pricing does not see. */
export class AccountPricer {
  readonly required: ListRequirements;
  readonly #pricer: Pricer;
  readonly #practices: PracticesPaid | undefined;
  readonly #said = new Map<string, Listed>();

  constructor(compiled: Compiled, year: number, choices: ListChoices) {
    this.#practices = practicesPaid(compiled.schedule);
    this.required = listRequirements(compiled, year, choices);
    this.#pricer = new Pricer(compiled, year);
  }

  /** @throws ForfaitError for a fact that is missing or invalid; PRACTICE_SHARED */
  price(account: Account, alone = false): Priced {
    return this.#pricer.price(this.#panelOf(account, alone), this.#listed(account));
  }

  /** What a table says of an account. @throws as `price` */
  amounts(account: Account): Amounts {
    return this.#pricer.amounts(this.#panelOf(account, false), this.#listed(account));
  }

  #panelOf(account: Account, alone: boolean): PhysicianPanel {
    const { physician, patients, counts, previous, place } = account;
    this.#practices?.claim(physician.practiceId, account, `physicians[${place}]`);
    const { referenceYear, previousYear = referenceYear } = this.required;
    return {
      physician,
      panel: countPanel(referenceYear, patients),
      ...(previous && { previous: countPanel(previousYear, previous) }),
      notices: patients.notices.list(),
      counts,
      alone,
    };
  }

  /** What is due to an account, without the statement. */
  due(account: Account): Cents {
    this.#listed(account);
    const { physician, patients } = account;
    return this.dueFor(physician, countPanel(this.required.referenceYear, patients));
  }

  /** What a physician is due for a panel. */
  dueFor(physician: PhysicianFacts, panel: Panel): Cents {
    return this.#pricer.total({ physician, panel });
  }

  /** Notices about the columns of the list, and about the physician. */
  #listed({ columns, warnings }: Account): Listed {
    if (!columns) return { assumptions: [], warnings };
    const said = this.#saidOf(columns);
    return { ...said, warnings: [...said.warnings, ...warnings] };
  }

  /** Made once for lists that have the same columns. */
  #saidOf(columns: Columns): Listed {
    const key = `${columns.seen} ${columns.prevention}`;
    const said = this.#said.get(key) ?? columnNotices(this.required.columns, columns);
    this.#said.set(key, said);
    return said;
  }
}
