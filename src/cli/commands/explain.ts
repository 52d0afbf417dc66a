import type { Locale, LocalizedText } from "../../error.ts";
import type { Patient } from "../../list/patient.ts";
import { leftOutTitles } from "../../list/left-out.ts";
import { compile } from "../../statement/compile.ts";
import { explainAt, type Explanation } from "../../statement/explanation.ts";
import { money } from "../../statement/format/locale.ts";
import { statusNames, words } from "../../statement/format/words.ts";
import { colon } from "../../typography.ts";
import { AccountPricer } from "../../statement/price-account.ts";
import { choiceOf, textOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { withTables } from "../duckdb/with-duckdb.ts";
import { fail } from "../report/failure.ts";
import { readFiles } from "../input/batch.ts";
import { onlyPhysician } from "../input/one-physician.ts";
import { printableJson, quoted } from "../../printable.ts";
import { pageOf } from "../output/page.ts";
import { filesOf, optionsOf, scheduleFor } from "../arguments/options.ts";
import { reportFiles, reportRejected } from "../report/report.ts";

/**
 * `forfait-mt explain LIST --patient ID`: a patient's share of each line, one sentence per line.
 */
export async function explain(context: Context): Promise<number> {
  const { args, io, locale } = context;
  const id = textOf(args, "patient");
  if (id === undefined)
    fail(
      "USAGE",
      "--patient manque : l'identifiant du patient",
      "--patient is missing: the id of the patient",
    );
  const format = choiceOf(args, "format", ["table", "json"], "table");
  const options = await optionsOf(args, io);
  const compiled = compile(scheduleFor(options));
  const files = await filesOf(args, io);
  const whole = await withTables(args, (tables) =>
    readFiles(io, compiled, options, { ...files, ...tables, keep: true }),
  );
  const batch = onlyPhysician(whole, textOf(args, "physician"));
  await reportFiles(context, batch);
  if (batch.refused.length > 0) {
    await reportRejected(context, batch, false);
    return 1;
  }

  const found = batch.accounts.filter(({ patients }) => patients.ids.includes(id));
  const absent = batch.leftOut.find((row) => row.kind === "patient" && row.id === id);
  if (found.length === 0 && absent) {
    const { fr, en } = leftOutTitles[absent.leftOut];
    fail(
      "PATIENT_UNKNOWN",
      `patient « ${quoted(id)} » hors liste : ${fr}`,
      `patient "${quoted(id)}" left out: ${en}`,
    );
  }
  if (found.length === 0)
    fail(
      "PATIENT_UNKNOWN",
      `aucun patient « ${quoted(id)} » dans la liste`,
      `no patient "${quoted(id)}" in the list`,
    );
  const pricer = new AccountPricer(compiled, options.year, options);
  const explanations = found.map((account) => {
    const priced = pricer.price(account);
    return {
      physicianId: account.physician.id,
      ...explainAt(
        { compiled, account, priced },
        account.patients.ids.indexOf(id),
        birthOf(batch.rows.patients, id, account.physician.id),
      ),
    };
  });
  await io.out.write(
    format === "json"
      ? `${printableJson(explanations)}\n`
      : explanations.map((one) => pageOf(page(one, locale), locale)).join("\n"),
  );
  return 0;
}

function birthOf(rows: readonly Patient[], id: string, physicianId: string | null): unknown {
  return rows.find(
    (row) => String(row.id) === id && (row.physicianId ?? physicianId) === physicianId,
  )?.birthDate;
}

function page(
  {
    physicianId,
    id,
    facts,
    lines,
    total,
    notPaid,
    interpretations,
  }: Explanation & { physicianId: string | null },
  locale: Locale,
): string[] {
  const word = labels[locale];
  const physician = physicianId === null ? "" : `, ${word.physician} ${physicianId}`;
  const list = (title: string, items: readonly LocalizedText[]): string[] =>
    items.length === 0 ? [] : ["", title, ...items.map((item) => `- ${item[locale]}`)];
  return [
    `Patient ${id}${physician}${colon(locale)}${facts[locale]}`,
    "",
    ...lines.flatMap(({ sentence, rule, status, sources }) => {
      const sourceList = sources.length > 0 ? ` (${sources.join(", ")})` : "";
      return [`- ${sentence[locale]}`, `    ${rule} · ${statusNames[status][locale]}${sourceList}`];
    }),
    "",
    `${words.total[locale]}${colon(locale)}${money(total, locale)}`,
    ...list(word.notPaid, notPaid),
    ...list(words.questions[locale], interpretations),
    "",
    words.disclaimer[locale],
  ];
}

const labels = {
  fr: { physician: "médecin", notPaid: "Ce qui n'est pas dû pour ce patient" },
  en: { physician: "physician", notPaid: "What is not due for this patient" },
} as const;
