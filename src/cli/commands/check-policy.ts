import type { Locale } from "../../error.ts";
import {
  checkPolicy as check,
  type LessThanBefore,
  type PolicyCheck,
} from "../../scenario/check-policy.ts";
import type { PatientPair, PricedPatient } from "../../scenario/complex-patients.ts";
import { money, signedMoney } from "../../statement/format/locale.ts";
import { colon } from "../../typography.ts";
import { choiceOf, textOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { scheduleIn } from "../arguments/options.ts";
import { pageOf } from "../output/page.ts";
import { fail } from "../report/failure.ts";
import { panelsIn } from "./panels-in.ts";
import { checkOutput, writeFound } from "./scenario-output.ts";
import { variedIn } from "./varied.ts";

const POLICIES = ["complex-pays-more", "no-saving", "nobody-loses"] as const;

/** `forfait-mt check-policy`: whether a schedule keeps what a proposal promises. */
export async function checkPolicy(context: Context): Promise<number> {
  const { args, io, locale } = context;
  checkOutput(context);
  const policy = choiceOf(args, "policy", POLICIES, "complex-pays-more");
  const { schedule, year } = await variedIn(context);
  const isOfPatients = policy === "complex-pays-more";
  const old = textOf(args, "old");
  if (!isOfPatients && old === undefined)
    fail(
      "USAGE",
      "--ancien manque : le barème d'avant, par exemple fr.fpmt.2024",
      "--old is missing: the schedule before, for example fr.fpmt.2024",
    );
  if (isOfPatients && old !== undefined)
    fail(
      "USAGE",
      "--ancien va avec --promesse sans-économie ou personne-ne-perd",
      "--old goes with --policy no-saving or nobody-loses",
    );
  const before = old === undefined ? undefined : await scheduleIn(old, io);
  const read = isOfPatients ? undefined : await panelsIn(context, schedule, year);
  if (!isOfPatients && read === undefined) return 1;
  const given = { year, schedule, policy, ...(before !== undefined && { old: before }) };
  const result = check(read, given);
  await writeFound(context, {
    schedule: result.schedule,
    text: pageOf(pageLines(result, locale), locale),
    json: result,
    columns: [
      { name: "policy", title: "promesse", holds: "text" },
      { name: "answer", title: "réponse", holds: "text" },
      { name: "holds", title: "tenue", holds: "text" },
      { name: "counterExample", title: "contre-exemple", holds: "text" },
    ],
    rows: result.answers.map(({ id, holds, counterExamples: [first] }) => [
      policy,
      id,
      String(holds),
      first === undefined ? "" : exampleText(first, "en"),
    ]),
  });
  return 0;
}

/** Counter-examples that are printed of one answer. */
const SHOWN = 5;

function pageLines({ schedule, answers, scope, note }: PolicyCheck, locale: Locale): string[] {
  const fr = locale === "fr";
  const word = (holds: boolean): string => (fr ? (holds ? "oui" : "non") : holds ? "yes" : "no");
  return [
    `${schedule[locale]}, ${schedule.year}`,
    ...answers.flatMap(({ holds, counterExamples, ...text }) => [
      "",
      `${text[locale]}${colon(locale)}${word(holds)}`,
      ...counterExamples.slice(0, SHOWN).map((one) => `  - ${exampleText(one, locale)}`),
      ...(counterExamples.length > SHOWN ? [`  … ${counterExamples.length}`] : []),
    ]),
    "",
    `${fr ? "Portée" : "Scope"}${colon(locale)}${scope[locale]}.`,
    note[locale],
  ];
}

function exampleText(one: PatientPair | LessThanBefore, locale: Locale): string {
  if ("complex" in one)
    return `${patientText(one.complex, locale)} ; ${patientText(one.other, locale)}`;
  const name = one.physicianId === null ? "" : `${one.physicianId}${colon(locale)}`;
  const change = signedMoney(one.change, locale);
  return `${name}${money(one.old, locale)} → ${money(one.new, locale)} (${change})`;
}

function patientText({ age, ald, c2s, seen, actions, amount }: PricedPatient, locale: Locale) {
  const fr = locale === "fr";
  const facts = [
    fr ? `${age} ans` : `aged ${age}`,
    ald ? "ALD" : fr ? "sans ALD" : "no ALD",
    c2s === false ? (fr ? "sans C2S" : "no C2S") : "C2S",
    ...(seen ? [] : [fr ? "non vu" : "not seen"]),
    `${actions} action${actions > 1 ? "s" : ""}`,
  ];
  return `${facts.join(", ")}${colon(locale)}${money(amount, locale)}`;
}
