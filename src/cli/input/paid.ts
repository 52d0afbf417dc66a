import type { PaidAmount } from "../../audit/paid-amounts.ts";
import type { LocalizedText } from "../../error.ts";
import { isAbsent } from "../../list/patient.ts";
import type { Schedule } from "../../schedule/language.ts";
import { euros } from "../../words/euros.ts";
import { monthOf } from "../../words/month.ts";
import { plain } from "../../words/plain.ts";
import type { Io } from "../io.ts";
import type { RefusedRow } from "../report/messages.ts";
import { fail } from "../report/failure.ts";
import { notedIn, type NotedInFile } from "./file-columns.ts";
import type { Header } from "./header.ts";
import { openPaid, readRows, type OpenOptions } from "./list.ts";
import { faultyRows } from "./refused-row.ts";
import type { InputRow } from "./row-block.ts";

/** A payment as given, with the row that gives it if a file does. */
export interface GivenPayment {
  readonly physicianId: string | undefined;
  readonly payment: PaidAmount;
  readonly row?: InputRow;
}

/** A file of what a caisse paid. */
export interface PaidFile {
  readonly payments: readonly GivenPayment[];
  readonly refused: readonly RefusedRow[];
  readonly notes: readonly LocalizedText[];
  readonly notedColumns: readonly NotedInFile[];
  readonly header: Header | undefined;
}

/** What payments are read by. */
export interface PaidWords {
  readonly year: number;
  readonly schedule: Schedule;
}

/** @throws Failure COLUMN_MISSING, INPUT_EMPTY */
export async function readPaid(
  io: Io,
  path: string,
  options: OpenOptions,
  words: PaidWords,
): Promise<PaidFile> {
  const list = await openPaid(io, path, options);
  if (!list.fields.has("amount"))
    fail("COLUMN_MISSING", `${path} : il manque le montant`, `${path}: missing column: amount`);
  if (!["due", "component", "label"].some((field) => list.fields.has(field)))
    fail(
      "COLUMN_MISSING",
      `${path} : il manque la date, la composante ou le libellé`,
      `${path}: missing column: due, component or label`,
    );
  const { rows } = await readRows(list);
  if (rows.length === 0) fail("INPUT_EMPTY", `${path} : aucun versement`, `${path}: no payment`);
  return {
    payments: rows.map((row) => ({
      physicianId: isAbsent(row.value["physicianId"])
        ? undefined
        : String(row.value["physicianId"]),
      payment: paymentOf(row.value, words),
      row,
    })),
    refused: faultyRows(rows, path, list.header),
    notes: list.notes ?? [],
    notedColumns: list.header ? notedIn([{ file: path, header: list.header }]) : [],
    header: list.header,
  };
}

/** `2026-04=5000`, `avril=5 000,00`, `socle=19865`. @throws Failure USAGE */
export function paidInPair(pair: string, words: PaidWords): PaidAmount {
  const at = pair.indexOf("=");
  const [place, amount] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  if (at < 1 || amount === "")
    fail(
      "USAGE",
      `--versé ${pair} : attendu date=montant, par exemple avril=5000, ou un fichier`,
      `--paid ${pair}: expected date=amount, for example 2026-04=5000, or a file`,
    );
  const component = componentOf(place, words.schedule);
  return paymentOf(component === undefined ? { due: place, amount } : { component, amount }, words);
}

/** What is not understood is passed on, to be refused where it stands. */
function paymentOf(
  { due, component, amount, label }: Readonly<Record<string, unknown>>,
  { year, schedule }: PaidWords,
): PaidAmount {
  const text = String(amount ?? "");
  return {
    amount: euros(text) ?? text,
    ...(!isAbsent(due) && { due: monthOf(String(due), year) ?? String(due) }),
    ...(!isAbsent(component) && {
      component: componentOf(String(component), schedule) ?? String(component),
    }),
    ...(!isAbsent(label) && { label: String(label) }),
  };
}

/** A component by its id or its name in the schedule. */
function componentOf(text: string, { amounts, uplifts }: Schedule): string | undefined {
  const key = plain(text);
  return Object.entries({ ...amounts, ...uplifts?.cases }).find(([id, { fr, en }]) =>
    [id, fr, en].some((name) => plain(name) === key),
  )?.[0];
}
