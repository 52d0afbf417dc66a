import { guard, refuse, type LocalizedText } from "../error.ts";
import { amountText } from "../money/amount-text.ts";
import type { Euros } from "../schedule/language.ts";
import { amountAt } from "./amounts.ts";
import { FORMAT, type Statement } from "./statement.ts";

/**
 * A statement that may come from a store: of this format, and with amounts that add up, as they do
 * unless someone changed one.
 * @throws ForfaitError INPUT_INVALID, AMOUNT_INVALID
 */
export function checkStatement(value: unknown, path: string): Statement {
  const { name, version } = FORMAT;
  return guard(path, () => {
    if (typeof value !== "object" || value === null)
      refuse("INPUT_INVALID", path, value, aStatement);
    const statement = value as Statement;
    const format = statement.format as Partial<Statement["format"]> | undefined;
    if (format?.name !== name) refuse("INPUT_INVALID", path, value, aStatement);
    if (format.version !== version)
      refuse("INPUT_INVALID", `${path}.format.version`, format.version, thisFormat);
    const copy = Object.isFrozen(statement) ? statement : copyOf(statement);
    checkSums(copy, path);
    return copy;
  });
}

/** Of a statement from a store, which its owner may change. */
function copyOf(statement: Statement): Statement {
  return JSON.parse(JSON.stringify(statement)) as Statement;
}

function checkSums({ lines, components, instalments, total }: Statement, path: string): void {
  const sums = new Map<string, bigint>();
  lines.forEach(({ component, amount }, i) => {
    const cents = amountAt(`${path}.lines[${i}].amount`, amount);
    sums.set(component, (sums.get(component) ?? 0n) + cents);
  });
  let all = 0n;
  for (const [id, amount] of Object.entries(components)) {
    checkSum(`${path}.components.${id}`, amount as Euros, sums.get(id) ?? 0n);
    all += sums.get(id) ?? 0n;
    sums.delete(id);
  }
  for (const [id, sum] of sums) checkSum(`${path}.components.${id}`, undefined, sum);
  checkSum(`${path}.total`, total, all);
  let paid = 0n;
  instalments.forEach(({ amount }, i) => {
    paid += amountAt(`${path}.instalments[${i}].amount`, amount);
  });
  checkSum(`${path}.total`, total, paid);
}

function checkSum(path: string, amount: Euros | undefined, sum: bigint): void {
  if (amount === undefined || amountAt(path, amount) !== sum)
    refuse("INPUT_INVALID", path, amount, {
      fr: `${amountText(sum)}, la somme des lignes ou des versements : le relevé a été modifié`,
      en: `${amountText(sum)}, the sum of lines or of instalments: the statement was changed`,
    });
}

const aStatement: LocalizedText = {
  fr: "un relevé, comme le rend computePhysician",
  en: "a statement, as computePhysician returns it",
};
const thisFormat: LocalizedText = {
  fr: `${FORMAT.version} ; un relevé d'un autre format se recalcule, ou se lit avec sa version`,
  en: `${FORMAT.version}; one of another format is computed again, or read by its own version`,
};
