import { frenchDay } from "../day.ts";
import { refuse, type Locale, type LocalizedText } from "../error.ts";
import type { IndicatorAssessment } from "../indicators/assessment.ts";
import type { Known } from "../indicators/kleene.ts";
import { layOut, type SheetOptions } from "../statement/layout/lay-out.ts";
import type { Sheet, SheetTable } from "../statement/layout/sheet.ts";
import { count, NBSP } from "../typography.ts";
import type { DashboardPatient, PreventionDashboard } from "./dashboard.ts";

/**
 * The dashboard of a physician for a reader: the rate of each indicator, and what is done and open
 * of each patient; of one patient, each indicator with its reason.
 * @param dashboard of `preventionDashboard`
 * @param options `locale`, by default `fr`, and `as`, by default `text`; `page` is a whole document
 * @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN
 * @example
 * // What does the dashboard of a list say that it does not compute?
 * const dashboard = preventionDashboard([], { year: 2026, asOf: "2026-11-15" });
 * /Care consumption[^.]+/.exec(formatPreventionDashboard(dashboard, { locale: "en" }))?.[0]
 * //=> "Care consumption is not computed: no list holds it"
 */
export function formatPreventionDashboard(
  dashboard: PreventionDashboard,
  options: SheetOptions = {},
): string {
  if (!Array.isArray((dashboard as Partial<PreventionDashboard> | null)?.indicators))
    refuse("INPUT_INVALID", "dashboard", dashboard, aDashboard);
  return layOut("dashboard", options, (locale) => sheetOf(dashboard, locale));
}

function sheetOf(dashboard: PreventionDashboard, locale: Locale): Sheet {
  const { physicianId, asOf, year, patients } = dashboard;
  const fr = locale === "fr";
  const whose = physicianId === null ? "" : `${fr ? "Médecin" : "Physician"} ${physicianId} · `;
  const [alone] = patients;
  const isOfOne = patients.length === 1 && alone !== undefined;
  return {
    simulation: undefined,
    title: fr ? "Prévention : tableau de bord" : "Prevention: dashboard",
    subtitle: fr
      ? `${whose}au ${dayText(asOf, locale)}, année ${year}`
      : `${whose}as of ${asOf}, year ${year}`,
    tables: [
      isOfOne ? patientTable(alone, locale) : patientsTable(patients, locale),
      ratesTable(dashboard, locale),
    ],
    lists: [
      {
        title: fr ? "À noter" : "Please note",
        items: notesOf(dashboard).map((note) => note[locale]),
      },
    ],
  };
}

const nameOf = ({ id }: DashboardPatient, row: number): string => String(id ?? row + 1);

/** Of each patient, what is validated, what is open, and what cannot be known here. */
function patientsTable(patients: readonly DashboardPatient[], locale: Locale): SheetTable {
  const fr = locale === "fr";
  return {
    title: fr ? "Par patient" : "By patient",
    head: fr
      ? ["Patient", "Validé", "À faire", "Non su"]
      : ["Patient", "Validated", "To do", "Not known"],
    words: [1, 2, 3],
    rows: patients.map((patient, row) => {
      const inWords = (of: readonly IndicatorAssessment[]): string =>
        of.map((one) => `${one[locale]}${untilText(one, locale)}`).join(", ") || "—";
      const { indicators } = patient;
      const open = indicators.filter(isToDo);
      return {
        cells: [
          nameOf(patient, row),
          inWords(indicators.filter(({ validated }) => validated === "yes")),
          inWords(open),
          inWords(indicators.filter((one) => one.validated === "unknown" && !isToDo(one))),
        ],
      };
    }),
  };
}

const isToDo = ({ validated, because }: IndicatorAssessment): boolean =>
  validated === "unknown" && because.code === "window-open";

function untilText(one: IndicatorAssessment, locale: Locale): string {
  if (!isToDo(one) || one.by === null) return "";
  return locale === "fr" ? ` (avant le ${dayText(one.by, locale)})` : ` (by ${one.by})`;
}

/** Each indicator of one patient, with its reason. */
function patientTable(patient: DashboardPatient, locale: Locale): SheetTable {
  const fr = locale === "fr";
  return {
    title: `Patient ${nameOf(patient, 0)}`,
    head: fr
      ? ["Indicateur", "Éligible", "Validé", "Pourquoi", "Avant le"]
      : ["Indicator", "Eligible", "Validated", "Why", "By"],
    words: [1, 2, 3, 4],
    rows: patient.indicators.map((one) => ({
      cells: [
        one[locale],
        KNOWN[one.eligible][locale],
        KNOWN[one.validated][locale],
        one.because[locale],
        isToDo(one) && one.by !== null ? dayText(one.by, locale) : "—",
      ],
    })),
  };
}

function ratesTable({ indicators, physicians }: PreventionDashboard, locale: Locale): SheetTable {
  const fr = locale === "fr";
  const number = (value: number): string => count(value, locale);
  const all = fr ? "Ensemble" : "All";
  return {
    title:
      physicians === null
        ? fr
          ? "Par indicateur"
          : "By indicator"
        : fr
          ? `Par indicateur, à côté de l'ensemble des ${physicians} médecins`
          : `By indicator, beside all ${physicians} physicians together`,
    head: [
      ...(fr
        ? ["Indicateur", "Éligibles", "Validés", "Non su", "Taux"]
        : ["Indicator", "Eligible", "Validated", "Not known", "Rate"]),
      ...(physicians === null ? [] : [all]),
    ],
    rows: indicators.map((one) => ({
      cells: [
        one[locale],
        number(one.eligible),
        number(one.validated),
        number(one.unknown),
        percent(one.rate, locale),
        ...(physicians === null ? [] : [percent(one.rateOfAll, locale)]),
      ],
    })),
  };
}

/** One decimal: `62,5 %`. */
function percent(rate: number | null, locale: Locale): string {
  if (rate === null) return "—";
  const text = (rate * 100).toFixed(1);
  return locale === "fr" ? `${text.replace(".", ",")}${NBSP}%` : `${text}%`;
}

function notesOf({ physicians, others }: PreventionDashboard): readonly LocalizedText[] {
  return [
    ...NOTES,
    physicians === null
      ? {
          fr: "Taux des autres médecins : dits à partir de cinq médecins dans la liste.",
          en: "Rates of other physicians: told from five physicians in the list up.",
        }
      : {
          fr: "Taux de l'ensemble : tous les médecins de la liste, celui-ci compris.",
          en: "Rates of all: every physician of the list, this one too.",
        },
    ...(others === 0
      ? []
      : [
          {
            fr: `Patients sans aucun indicateur, non montrés : ${others}.`,
            en: `Patients without any indicator, not shown: ${others}.`,
          },
        ]),
  ];
}

const NOTES: readonly LocalizedText[] = [
  {
    fr: "La consommation de soins n'est pas calculée : aucune liste ne la porte.",
    en: "Care consumption is not computed: no list holds it.",
  },
  {
    fr: "Tableau administratif : il ne décide d'aucun soin.",
    en: "An administrative dashboard: it decides no care.",
  },
  {
    fr:
      "Un taux est la part, parmi ceux que l'on sait éligibles, de ceux que l'on sait validés : " +
      "ce qui est fait hors du cabinet peut manquer.",
    en:
      "A rate is the share, of those who are known to be eligible, of who is known to be " +
      "validated: what is done out of the practice may be missing.",
  },
  {
    fr: "Les indicateurs d'un patient peuvent révéler une maladie : c'est une donnée de santé.",
    en: "The indicators of a patient may reveal an illness: this is health data.",
  },
];

const KNOWN: Readonly<Record<Known, LocalizedText>> = {
  yes: { fr: "oui", en: "yes" },
  no: { fr: "non", en: "no" },
  unknown: { fr: "non su", en: "not known" },
};

const dayText = (day: string, locale: Locale): string => (locale === "fr" ? frenchDay(day) : day);

const aDashboard: LocalizedText = {
  fr: "un tableau de bord, comme le rend preventionDashboard",
  en: "what preventionDashboard returns",
};
