import { refuse, type Locale, type LocalizedText } from "../error.ts";
import { addAmounts } from "../statement/amounts.ts";
import { money, signedMoney } from "../statement/format/locale.ts";
import { layOut, type SheetOptions } from "../statement/layout/lay-out.ts";
import type { Sheet, SheetTable } from "../statement/layout/sheet.ts";
import { count } from "../typography.ts";
import type { DifferingFact } from "./differing-facts.ts";
import { factName, factText } from "./fact-words.ts";
import type { DifferingRow, Reconciliation, UnmatchedRow } from "./reconcile.ts";

/** Where a row stands, for a reader: by default its number from 1. */
export type LineOf = (list: "a" | "b", row: number) => number;

/**
 * Two lists side by side for a reader: what the differences are worth, and each of them.
 * @param reconciliation of `reconcile`
 * @param options `locale`, by default `fr`, and `as`, by default `text`
 * @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN
 * @example
 * // What does a list say of a patient whom the caisse does not have?
 * const practice = { patients: [{ id: "a", age: 82, ald: false, c2s: false }] };
 * const found = reconcile(practice, { patients: [] }, { year: 2026 });
 * /row 1.+/.exec(formatReconciliation(found, { locale: "en" }))?.[0]
 * //=> "row 1, patient a: +€55.00"
 */
export function formatReconciliation(
  reconciliation: Reconciliation,
  options: SheetOptions = {},
): string {
  return reconciliationPage(reconciliation, options, (_, row) => row + 1);
}

/** @param of whose lists these are, if there are several physicians */
export function reconciliationPage(
  reconciliation: Reconciliation,
  options: SheetOptions,
  lineOf: LineOf,
  of?: string,
): string {
  if (!Array.isArray((reconciliation as Partial<Reconciliation> | null)?.differs))
    refuse("INPUT_INVALID", "reconciliation", reconciliation, aReconciliation);
  return layOut("reconciliation", options, (locale) => sheetOf(reconciliation, locale, lineOf, of));
}

function sheetOf(
  found: Reconciliation,
  locale: Locale,
  lineOf: LineOf,
  of: string | undefined,
): Sheet {
  const { onlyA, onlyB, differs, same, notCompared } = found;
  const fr = locale === "fr";
  const physician = of === undefined ? "" : `${fr ? "Médecin" : "Physician"} ${of} · `;
  const number = (value: number): string => count(value, locale);
  const unmatched = (list: "a" | "b", one: UnmatchedRow): string =>
    `${fr ? "ligne" : "row"} ${lineOf(list, one.row)}${ending(one, locale)}`;
  return {
    simulation: undefined,
    title: fr
      ? "La liste du cabinet (A) et celle de la caisse (B) · estimation non officielle"
      : "The list of the practice (A) and that of the caisse (B) · unofficial estimate",
    subtitle: fr
      ? `${physician}identiques : ${number(same)} ; différents : ${number(differs.length)} ; ` +
        `dans A seule : ${number(onlyA.length)} ; dans B seule : ${number(onlyB.length)}`
      : `${physician}the same: ${number(same)}; different: ${number(differs.length)}; ` +
        `in A alone: ${number(onlyA.length)}; in B alone: ${number(onlyB.length)}`,
    tables: found.worth === undefined ? [] : [worthTable(found, locale)],
    lists: [
      {
        title: fr ? "Dans A seule" : "In A alone",
        items: onlyA.map((one) => unmatched("a", one)),
      },
      {
        title: fr ? "Dans B seule" : "In B alone",
        items: onlyB.map((one) => unmatched("b", one)),
      },
      {
        title: fr ? "Différents (A, puis B)" : "Different (A, then B)",
        items: differs.map((one) => differenceText(one, locale, lineOf)),
      },
      {
        title: fr ? "Dit par une seule liste, non comparé" : "Told by one list alone, not compared",
        items: notCompared.map((field) => factName(field, locale)),
      },
    ],
  };
}

function worthTable(found: Reconciliation, locale: Locale): SheetTable {
  const fr = locale === "fr";
  const { onlyA, onlyB, differs, interaction = "0.00", worth = "0.00" } = found;
  const row = (label: string, rows: readonly { readonly worth?: string }[]) => ({
    cells: [label, signedMoney(addAmounts(rows.map((one) => one.worth ?? "0.00")), locale)],
  });
  return {
    title: fr ? "Ce que A vaut de plus que B, en un an" : "What A is worth more than B, in a year",
    head: [fr ? "Différence" : "Difference", fr ? "Montant" : "Amount"],
    rows: [
      row(fr ? "Dans A seule" : "In A alone", onlyA),
      row(fr ? "Dans B seule" : "In B alone", onlyB),
      row(fr ? "Différents" : "Different", differs),
      row(
        fr
          ? "Effet des différences les unes sur les autres"
          : "Effect of differences on one another",
        [{ worth: interaction }],
      ),
      { cells: [fr ? "En tout" : "In all", signedMoney(worth, locale)], kind: "total" },
    ],
  };
}

function differenceText(
  { a, b, facts, ...one }: DifferingRow,
  locale: Locale,
  lineOf: LineOf,
): string {
  const fr = locale === "fr";
  const where =
    a === undefined || b === undefined
      ? fr
        ? "médecin"
        : "physician"
      : `${fr ? "lignes" : "rows"} ${lineOf("a", a)} ${fr ? "et" : "and"} ${lineOf("b", b)}`;
  return `${where}${ending({ ...one, facts }, locale)}`;
}

/** `, patient A-14 : ALD oui → non : +50,00 €`. */
function ending(
  {
    id,
    worth,
    facts = [],
  }: Pick<DifferingRow, "id" | "worth"> & { readonly facts?: readonly DifferingFact[] },
  locale: Locale,
): string {
  const colon = locale === "fr" ? " : " : ": ";
  const patient = id === undefined ? "" : `, patient ${id}`;
  const said = facts
    .map(
      ({ field, a, b }) =>
        `${factName(field, locale)} ${factText(a, locale)} → ${factText(b, locale)}`,
    )
    .join(", ");
  const amount = worth === undefined ? "" : colon + signed(worth, locale);
  return `${patient}${said === "" ? "" : colon + said}${amount}`;
}

const signed = (worth: string, locale: Locale): string =>
  worth === "0.00" ? money(worth, locale) : signedMoney(worth, locale);

const aReconciliation: LocalizedText = {
  fr: "une comparaison, comme la rend reconcile",
  en: "what reconcile returns",
};
