import { refuse, type Locale, type LocalizedText } from "../error.ts";
import type { Explanation } from "./explanation.ts";
import { money } from "./format/locale.ts";
import { simulationLine } from "./format/simulation.ts";
import { sourceText } from "./format/source-text.ts";
import { statusNames, words } from "./format/words.ts";
import { layOut, type SheetOptions } from "./layout/lay-out.ts";
import type { Sheet } from "./layout/sheet.ts";

/**
 * What a patient brings, for a reader: who they are on the day of the list, each amount and how it
 * is made, what is not due and on what it depends, what the text leaves open, and the sources.
 * @param explanation what `explainPatient` returned
 * @param options `locale`, by default `fr`, and `as`, by default `text`
 * @returns text, Markdown or HTML
 * @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN
 * @example
 * // How does the explanation of a patient of 82 years begin in English?
 * const patients = [{ id: "p1", age: 82, ald: true, c2s: true }];
 * const explanation = explainPatient({ patients, id: "p1" }, { year: 2026 });
 * formatExplanation(explanation, { locale: "en" }).split("\n")[1]
 * //=> "82 years old on 2025-12-31, ALD, C2S, last visit not given"
 */
export function formatExplanation(explanation: Explanation, options: SheetOptions = {}): string {
  if (!Array.isArray((explanation as Partial<Explanation> | null | undefined)?.notPaid))
    refuse("INPUT_INVALID", "explanation", explanation, {
      fr: "une explication, comme la rend explainPatient",
      en: "an explanation, as explainPatient returns it",
    });
  return layOut("explanation", options, (locale) => explanationSheet(explanation, locale));
}

function explanationSheet(explanation: Explanation, locale: Locale): Sheet {
  const { schedule, id, physicianId, lines, total, sources } = explanation;
  const word = (text: LocalizedText): string => text[locale];
  const numbers = Object.keys(sources);
  const cited = (ids: readonly string[]): string =>
    ids
      .map((source) => numbers.indexOf(source) + 1)
      .sort((one, other) => one - other)
      .map((number) => `[${number}]`)
      .join("");
  return {
    simulation: simulationLine(explanation.changes, locale),
    title: [
      `${word(labels.patient)} ${id}`,
      ...(physicianId === null ? [] : [`${word(words.physician)} ${physicianId}`]),
      `${schedule[locale]} ${schedule.year}`,
      word(words.unofficial),
    ].join(" · "),
    subtitle: word(explanation.facts),
    tables: [
      {
        title: word(labels.due),
        head: [words.line, words.amount, words.status].map(word),
        words: [2],
        rows: [
          ...lines.map(({ label, how, amount, status, sources: ids }) => ({
            cells: [
              word(label),
              money(amount, locale),
              `${word(statusNames[status])} ${cited(ids)}`.trim(),
            ],
            ...(how && { note: word(how) }),
          })),
          { cells: [word(words.total), money(total, locale), ""], kind: "total" },
        ],
      },
    ],
    lists: [
      { title: word(labels.notDue), items: explanation.notPaid.map(word) },
      { title: word(words.questions), items: explanation.interpretations.map(word) },
      {
        title: word(words.sources),
        items: Object.values(sources).map((one, i) => `[${i + 1}] ${sourceText(one, locale)}`),
      },
      { items: [word(words.disclaimer)], isProse: true },
    ],
  };
}

const labels = {
  patient: { fr: "Patient", en: "Patient" },
  due: { fr: "Ce que vaut ce patient", en: "What this patient brings" },
  notDue: { fr: "Ce qui n'est pas dû pour ce patient", en: "What is not due for this patient" },
} as const satisfies Record<string, LocalizedText>;
