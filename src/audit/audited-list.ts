import { ForfaitError, refuse, type LocalizedText, type Refusal } from "../error.ts";
import type { Readings } from "../ids.ts";
import type { Batch } from "../list/batch.ts";
import { C2S, cellOf, factsOf, SEEN, type Facts } from "../list/cell.ts";
import { countPanel, type Panel } from "../panel/panel.ts";
import { countsOf, panelOf, type Panels } from "../panel/panels.ts";
import { panelPricer } from "../statement/bulk/readings.ts";
import { computePanels } from "../statement/bulk/statements.ts";
import { compile } from "../statement/compile.ts";
import type { Compiled } from "../statement/compiled.ts";
import {
  LIST_KEYS,
  listChoices,
  type ComputeOptions,
  type ListOptions,
} from "../statement/options.ts";
import { Pricer, type PhysicianPanel } from "../statement/price.ts";
import { AccountPricer } from "../statement/price-account.ts";
import type { OpenReadings } from "../statement/reading-extremes.ts";
import { movingReadings } from "../statement/reading-idle.ts";
import { ReadingPricer, type PricesReadings } from "../statement/reading-totals.ts";
import { scheduleOf } from "../statement/schedule-of.ts";
import type { Statement } from "../statement/statement.ts";

/** The list of one physician, in rows or in counts, as payments are checked against it. */
export interface AuditedList extends PricesReadings {
  readonly compiled: Compiled;
  /** The questions that may change what is paid for this list. */
  readonly moving: (open: OpenReadings, used: Readings) => OpenReadings;
  /** Under the readings in use. */
  readonly statement: Statement;
  readonly panel: Panel;
  /** The statement, if the facts of each patient were others. */
  readonly statementIf: (change: (facts: Facts) => Facts) => Statement;
}

/** @throws ForfaitError at the first row that is refused, or for several physicians */
export function auditedRows(batch: Batch, options: ListOptions): AuditedList {
  const pricer = new ReadingPricer(batch, options);
  const { accounts, rejected } = pricer.read({}).batch;
  if (rejected[0]) throw new ForfaitError(rejected[0].refusals[0] as Refusal);
  const [account] = accounts;
  if (account === undefined || accounts.length > 1) return refuseSeveral("input", accounts.length);
  const compiled = compile(scheduleOf(options, LIST_KEYS));
  const ofAccounts = new AccountPricer(compiled, options.year, listChoices(options));
  const { referenceYear, previousYear = referenceYear } = ofAccounts.required;
  const { patients, previous, physician } = account;
  const panel = countPanel(referenceYear, patients);
  const { statement } = ofAccounts.price(account);
  return {
    price: (changes) => pricer.price(changes),
    moving: (open, used) => movingReadings(pricer, open, used),
    compiled,
    panel,
    statement,
    statementIf: repriced(compiled, options.year, {
      physician,
      panel,
      ...(previous && { previous: countPanel(previousYear, previous) }),
      notices: [],
      counts: statement.counts,
    }),
  };
}

/** @throws ForfaitError for panels that the readings in use refuse, or of several physicians */
export function auditedPanels(panels: Panels, options: ComputeOptions): AuditedList {
  const counted = countsOf(panels);
  const { length } = panels.physicianIds;
  if (length !== 1) return refuseSeveral("panels", length);
  const compiled = compile(scheduleOf(options));
  const panel = panelOf(counted, 0);
  const statement = computePanels(panels, options).statement(0);
  return {
    ...panelPricer(panels, options),
    moving: (open) => open,
    compiled,
    panel,
    statement,
    statementIf: repriced(compiled, options.year, {
      physician: counted.roster.facts(0),
      panel,
      notices: [],
      counts: statement.counts,
    }),
  };
}

function repriced(
  compiled: Compiled,
  year: number,
  given: PhysicianPanel,
): AuditedList["statementIf"] {
  const pricer = new Pricer(compiled, year);
  const { panel, previous } = given;
  return (change) => {
    const changed = {
      ...given,
      panel: withFacts(panel, change),
      ...(previous && { previous: withFacts(previous, change) }),
    };
    return pricer.price(changed, { assumptions: [], warnings: [] }).statement;
  };
}

function withFacts(panel: Panel, change: (facts: Facts) => Facts): Panel {
  const cells = Array.from(panel.cells, (cell) => {
    const { age, ald, c2s, seen } = change(factsOf(cell));
    return cellOf(age, ald, C2S.indexOf(c2s), SEEN.indexOf(seen));
  });
  return { ...panel, cells };
}

function refuseSeveral(path: string, physicians: number): never {
  return refuse("INPUT_INVALID", path, physicians, oneList);
}

const oneList: LocalizedText = {
  fr: "la liste d'un seul médecin : une caisse paie chacun à part",
  en: "the list of one physician: a caisse pays each of them apart",
};
