import type { Locale, Schedule } from "../src/index.ts";
import { describeSchedule, type ValueEntry } from "../src/schedule/describe.ts";
import { day } from "../src/statement/format/locale.ts";
import { statusNames } from "../src/statement/format/words.ts";
import { colon, semicolon } from "../src/typography.ts";

const words = {
  en: {
    text: "Text",
    over: "over",
    period: (from: string, to: string) => `In force: ${from} – ${to}`,
    proposed: "Proposed, never in force",
    amounts: "Amounts and rates",
    rules: "Rules",
    prevention: "Prevention: who is eligible, and what validates",
    year: "Y is the year whose actions count: that of the forfait, unless a reading says another.",
    facts: "Facts of its own, to be given with lists",
    name: "name",
    readings: "Open questions of the text",
    unofficial: "Values that rest on an assumption",
    sources: "Sources",
    path: "path",
    what: "what",
    value: "value",
    status: "status",
    source: "sources",
    why: "why",
    question: "question",
    options: "options (default in bold)",
    because: "because",
    checked: "read on",
    share: (official: number, all: number) =>
      `${official} of ${all} amounts and rates rest on an official source alone.`,
    made: "Made from the schedule's document; do not edit.",
  },
  fr: {
    text: "Texte",
    over: "sur",
    period: (from: string, to: string) => `En vigueur du ${from} au ${to}`,
    proposed: "Proposé, jamais en vigueur",
    amounts: "Montants et taux",
    rules: "Règles",
    prevention: "Prévention : qui est éligible, et ce qui valide",
    year: "Y est l'année dont les indicateurs validés comptent : celle du forfait, sauf interprétation contraire.",
    facts: "Faits propres à ce barème, à donner avec les listes",
    name: "nom",
    readings: "Questions ouvertes du texte",
    unofficial: "Valeurs qui reposent sur une hypothèse",
    sources: "Sources",
    path: "chemin",
    what: "objet",
    value: "valeur",
    status: "statut",
    source: "sources",
    why: "pourquoi",
    question: "question",
    options: "options (celle par défaut en gras)",
    because: "parce que",
    checked: "lue le",
    share: (official: number, all: number) =>
      official === 0
        ? `Aucun des ${all} montants et taux ne repose sur une source officielle.`
        : `${official} montants et taux sur ${all} ne reposent que sur une source officielle.`,
    made: "Page faite depuis le document du barème ; ne pas la modifier.",
  },
} as const;

/** A page that shows all that a schedule says, value by value, with sources and status. */
export function schedulePage(schedule: Schedule, locale: Locale): string {
  const word = words[locale];
  const { amounts, rules, prevention, facts, readings, counts } = describeSchedule(schedule);
  const period = schedule.inForce
    ? word.period(day(schedule.inForce.from, locale), day(schedule.inForce.to, locale))
    : `${word.proposed}${colon(locale)}${day(schedule.proposed as string, locale)}`;
  const valueRow = ({ path, label, value, status, sources }: ValueEntry): string[] => [
    `\`${path}\``,
    label[locale],
    value[locale],
    statusNames[status][locale],
    sources.join(", "),
  ];
  const valueHead = [word.path, word.what, word.value, word.status, word.source];
  const doubtful = [...amounts, ...rules, ...prevention].filter(
    ({ assumed }) => assumed !== undefined,
  );
  return `<!-- ${word.made} -->
# ${schedule[locale]}

\`${schedule.id}\` v${schedule.version}${schedule.amends ? ` (${word.over} \`${schedule.amends}\`)` : ""} · ${word.text}${colon(locale)}${schedule.text} · ${period}

## ${word.amounts}

${table(valueHead, amounts.map(valueRow))}

${word.share(counts.official, amounts.length)}

## ${word.rules}

${table(valueHead, rules.map(valueRow))}
${
  prevention.length === 0
    ? ""
    : `
## ${word.prevention}

${word.year}

${table(valueHead, prevention.map(valueRow))}
`
}${
    facts.length === 0
      ? ""
      : `
## ${word.facts}

${table(
  [word.name, word.what, word.value],
  facts.map(({ id, label, value }) => [`\`${id}\``, label[locale], value[locale]]),
)}
`
  }
## ${word.readings}

${table(
  [word.path, word.question, word.options, word.because],
  readings.map(({ id, because, options, ...question }) => [
    `\`${id}\``,
    question[locale],
    options
      .map((option, i) =>
        i === 0 ? `**\`${option.id}\`** ${option[locale]}` : `\`${option.id}\` ${option[locale]}`,
      )
      .join(semicolon(locale)),
    because[locale],
  ]),
)}

## ${word.unofficial}

${table(
  [word.path, word.status, word.why],
  doubtful.map(({ path, status, assumed }) => [
    `\`${path}\``,
    statusNames[status][locale],
    assumed?.[locale] ?? "",
  ]),
)}

## ${word.sources}

${table(
  [word.source, "", word.status, word.checked],
  Object.entries(schedule.sources).map(([id, { title, url, status, checked }]) => [
    id,
    url ? `[${cell(title)}](${url})` : title,
    statusNames[status][locale],
    day(checked, locale),
  ]),
)}
`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => ":--"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
