import type { Locale } from "../../error.ts";
import { describeSchedule, type ValueEntry } from "../../schedule/describe.ts";
import type { Schedule } from "../../schedule/language.ts";
import { getSchedule } from "../../schedule/registry.ts";
import { day } from "../../statement/format/locale.ts";
import { statusNames } from "../../statement/format/words.ts";
import { checkOperands, choiceOf } from "../arguments/args.ts";
import type { Context } from "../arguments/context.ts";
import { fail } from "../report/failure.ts";
import { scheduleIn } from "../arguments/options.ts";
import { printableJson } from "../../printable.ts";
import { colon } from "../../typography.ts";
import { aligned } from "../output/aligned.ts";
import { pageOf } from "../output/page.ts";

/** `forfait-mt schedule ID`: every value of a schedule, with its status and sources. */
export async function schedule({ args, io, locale }: Context): Promise<number> {
  const id = args.operands[0];
  if (id === undefined)
    fail(
      "USAGE",
      "attendu l'ID d'un barème (voir npx forfait-medecin-traitant barèmes)",
      "expected the ID of a schedule (see npx forfait-medecin-traitant schedules)",
    );
  checkOperands(args, 1);
  const format = choiceOf(args, "format", ["table", "json"], "table");
  const found = await scheduleIn(id, io);
  const document = typeof found === "string" ? getSchedule(found) : found;
  await io.out.write(
    format === "json" ? `${printableJson(document, 2)}\n` : pageOf(page(document, locale), locale),
  );
  return 0;
}

const texts = {
  fr: {
    amounts: "Montants et taux",
    rules: "Règles",
    facts: "Faits propres à ce barème, à donner avec les listes",
    readings: "Questions ouvertes du texte (la première option est celle par défaut)",
    sources: "Sources",
    unofficial: "Valeurs qui ne sont pas officielles",
    checked: "lue le",
    proposed: "Proposé le",
    inForce: "En vigueur du",
    to: "au",
  },
  en: {
    amounts: "Amounts and rates",
    rules: "Rules",
    facts: "Facts of its own, to be given with lists",
    readings: "Open questions of the text (the first option is the default)",
    sources: "Sources",
    unofficial: "Values that are not official",
    checked: "read on",
    proposed: "Proposed on",
    inForce: "In force from",
    to: "to",
  },
} as const;

function page(document: Schedule, locale: Locale): string[] {
  const labels = texts[locale];
  const { amounts, rules, facts, readings, counts } = describeSchedule(document);
  const { inForce, proposed } = document;
  const period = inForce
    ? [labels.inForce, day(inForce.from, locale), labels.to, day(inForce.to, locale)].join(" ")
    : `${labels.proposed} ${day(proposed as string, locale)}`;
  const row = ({ path, label, value, status, sources }: ValueEntry): string[] => [
    path,
    label[locale],
    value[locale],
    statusNames[status][locale],
    sources.join(" "),
  ];
  const doubtful = [...amounts, ...rules].filter(({ status }) => status !== "official");
  const share =
    locale === "fr"
      ? counts.official === 0
        ? "Aucun des montants et taux n'a de source officielle."
        : `Montants et taux de source officielle : ${counts.official} sur ${amounts.length}.`
      : `${counts.official} of ${amounts.length} amounts and rates have an official source.`;
  return [
    `${document[locale]} — ${document.id} v${document.version}`,
    document.text,
    period,
    ...section(labels.amounts, aligned(amounts.map(row))),
    share,
    ...section(labels.rules, aligned(rules.map(row))),
    ...(facts.length === 0
      ? []
      : section(
          labels.facts,
          aligned(facts.map(({ id, label, value }) => [id, label[locale], value[locale]])),
        )),
    ...section(
      labels.unofficial,
      aligned(
        doubtful.map(({ path, status, assumed }) => [
          path,
          statusNames[status][locale],
          assumed?.[locale] ?? "",
        ]),
      ),
    ),
    ...section(
      labels.readings,
      readings.flatMap(({ id, because, options, ...question }) => [
        `${id}${colon(locale)}${question[locale]}`,
        ...options.map((option, i) => {
          const why = i === 0 ? ` — ${because[locale]}` : "";
          return `    ${option.id}${colon(locale)}${option[locale]}${why}`;
        }),
      ]),
    ),
    ...section(
      labels.sources,
      Object.entries(document.sources).map(([id, { title, status, checked, url }]) => {
        const note = `${statusNames[status][locale]}, ${labels.checked} ${day(checked, locale)}`;
        return `${id}${colon(locale)}${title} (${note})${url ? ` ${url}` : ""}`;
      }),
    ),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return ["", title, ...lines.map((line) => `  ${line}`)];
}
