import type { Locale, LocalizedText } from "../../error.ts";
import { reasonsText } from "../../list/counts-text.ts";
import { signedCents } from "../../money/cents.ts";
import type { Notice } from "../../notice.ts";
import { STATUSES } from "../../schedule/provenance.ts";
import { colon, count, counted, NBSP, semicolon } from "../../typography.ts";
import type { ReadingPrices } from "../compute-readings.ts";
import type { Statement } from "../statement.ts";
import { groupsOf, sumOf, type Group } from "./groups.ts";
import { day, money, rate } from "./locale.ts";
import { paymentsOf, type PaymentRow } from "./payments.ts";
import { rangeOf } from "./questions.ts";
import { setPage } from "./set-page.ts";
import { changeTexts } from "./simulation.ts";
import { statusLetters, statusNames, words } from "./words.ts";

/** A part of a page that may be left out. */
export type StatementPart = "details" | "notes" | "questions" | "assumptions" | "sources";

export const PARTS: readonly StatementPart[] = [
  "details",
  "notes",
  "questions",
  "assumptions",
  "sources",
];

/** What a page is made of besides the statement. */
export interface PageOptions {
  readonly locale: Locale;
  /** Prices of the open questions, for the same physician alone. */
  readonly readings?: ReadingPrices;
  readonly without: readonly StatementPart[];
  /** Sources in the order of their numbers; those of the statement, if it is not given. */
  readonly sourceIds?: readonly string[];
  /** Where the sources are, if they are not on the page: the id of the page that has them. */
  readonly sourcesAt?: string;
}

/** A localized statement, before it is laid out as text, Markdown or HTML. */
export interface Page {
  readonly locale: Locale;
  /** Tells it from other statements on one page. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** The values that a simulation changes. */
  readonly changed: readonly string[];
  readonly total: PaymentRow;
  readonly payments: readonly PaymentRow[];
  /** How far it can be moved, and how much of it is official. */
  readonly trust: readonly string[];
  readonly groups: readonly Group[];
  readonly details: readonly Group[];
  /** `a  source officielle`. */
  readonly legend: readonly (readonly [letter: string, name: string])[];
  readonly notes: readonly string[];
  readonly questions: readonly string[];
  readonly assumptions: readonly string[];
  readonly sources: readonly PageSource[];
  /** Id of the page that has the sources; undefined if none has. */
  readonly sourcesAt: string | undefined;
  /** Empty where the page that has the sources says it. */
  readonly foot: string;
}

export interface PageSource {
  readonly number: number;
  readonly title: string;
  /** `source officielle, lue le 21/11/2026`. */
  readonly about: string;
  readonly url: string | undefined;
}

export function pageOf(statement: Statement, options: PageOptions): Page {
  const {
    locale,
    readings,
    without,
    sourceIds = Object.keys(statement.sources),
    sourcesAt,
  } = options;
  const { schedule, physicianId, patients, lines, sources } = statement;
  const numberOf = (id: string): number => sourceIds.indexOf(id) + 1;
  const groups = groupsOf(statement, locale, numberOf);
  const range = readings && rangeOf(statement, readings, locale);
  const isIn = (part: StatementPart): boolean => !without.includes(part);
  const isAtFoot = isIn("sources") ? Object.keys(sources).length > 0 : sourcesAt === undefined;
  const simulation = statement.simulation ? "SIMULATION — " : "";
  const page: Page = {
    locale,
    id: anchorOf(statement),
    title: `${simulation}${schedule[locale]} ${schedule.year} · ${words.unofficial[locale]}`,
    subtitle: [
      ...(physicianId === null ? [] : [`${words.physician[locale]} ${physicianId}`]),
      [
        counted(patients, locale, "patient", "patients"),
        `${words.on[locale]}${NBSP}${day(schedule.referenceDate, locale)}`,
      ].join(" "),
    ].join(" · "),
    changed: changeTexts(statement.changes, locale),
    total: { label: words.total[locale], amount: money(statement.total, locale) },
    payments: paymentsOf(statement, groups, locale),
    trust: [...(range ? [range.text] : []), ...officialText(statement, locale)],
    groups,
    details: isIn("details") ? groups.filter(({ isSummed }) => isSummed) : [],
    legend: STATUSES.filter((one) => lines.some(({ status }) => status === one)).map((one) => [
      statusLetters[one],
      statusNames[one][locale],
    ]),
    notes: isIn("notes") ? notesOf(statement, locale) : [],
    questions: !isIn("questions") ? [] : (range?.questions ?? [words.notPriced[locale]]),
    assumptions: isIn("assumptions") ? assumptionsOf(statement, locale) : [],
    sources: !isIn("sources")
      ? []
      : Object.entries(sources)
          .map(([id, { title, status, checked, url }]) => ({
            number: numberOf(id),
            title,
            about: [
              statusNames[status][locale],
              `${words.checked[locale]}${NBSP}${day(checked, locale)}`,
            ].join(", "),
            url,
          }))
          .sort((one, other) => one.number - other.number),
    sourcesAt: sourcesAt ?? (isIn("sources") ? anchorOf(statement) : undefined),
    foot: isAtFoot ? footOf(statement, locale) : "",
  };
  return setPage(page, locale);
}

/** What the calculation is not, and what made it. */
function footOf({ schedule, library }: Statement, locale: Locale): string {
  return [
    `${words.disclaimer[locale]} ${words.schedule[locale]} ${schedule.id} v${schedule.version}`,
    `${library.name} ${library.version}.`,
  ].join(", ");
}

/** An id for each physician, of letters, digits and hyphens. */
function anchorOf({ schedule, physicianId }: Statement): string {
  const safe = (text: string): string =>
    text.replace(/[^A-Za-z0-9]/g, (one) => `-${one.charCodeAt(0).toString(16)}`);
  return ["mt", schedule.id.replace(/[^A-Za-z0-9]/g, "-"), safe(physicianId ?? "")].join("-");
}

/** `5 770,00 € sur 28 523,00 € (20 %) reposent sur une source officielle`; nothing of a zero. */
function officialText({ lines, total }: Statement, locale: Locale): string[] {
  const official = sumOf(lines.filter(({ status }) => status === "official"));
  const all = signedCents(total);
  if (all === 0) return [];
  if (signedCents(official) === 0)
    return [
      locale === "fr"
        ? "Aucun montant ne repose sur une source officielle"
        : "No amount rests on an official source",
    ];
  const share = rate(`${Math.round((100 * signedCents(official)) / all)}%`, locale);
  const [some, of] = [money(official, locale), money(total, locale)];
  return [
    locale === "fr"
      ? `${some} sur ${of} (${share}) reposent sur une source officielle`
      : `${some} of ${of} (${share}) rest on an official source`,
  ];
}

/** What the reader has to know of the list and of this physician. */
function notesOf({ warnings, assumptions, counts }: Statement, locale: Locale): string[] {
  const { read, leftOut, rejected } = counts;
  const others = leftOut + rejected;
  const reasons = reasonsText(counts, locale).join(semicolon(locale));
  const rows =
    locale === "fr"
      ? `${counted(others, locale, "ligne", "lignes")} sur ${count(read, locale)} non comptée`
      : `${counted(others, locale, "row", "rows")} of ${count(read, locale)} not counted`;
  const notCounted = `${rows}${locale === "fr" && others > 1 ? "s" : ""} (${reasons})`;
  const ofData = assumptions.filter(({ code }) => code !== "reading" && code !== "assumed-rule");
  const impossible = warnings.filter(isImpossible);
  const told = warnings.filter((notice) => !isImpossible(notice));
  const said = [...told, ...ofData].map((notice) => noticeText(notice, locale));
  return [...(others > 0 ? [notCounted] : []), ...impossibleText(impossible, locale), ...said];
}

type Named = Notice & { readonly about: LocalizedText };

/** A statement that was stored before notices had names is told in full. */
const isImpossible = (notice: Notice): notice is Named =>
  notice.code === "prevention-impossible" && notice.about !== undefined;

/** Indicators that nobody of that age or sex has, on one line. */
function impossibleText(notices: readonly Named[], locale: Locale): string[] {
  if (notices.length < 2) return notices.map((notice) => noticeText(notice, locale));
  const names = notices.map(({ about, count: times = 1 }) => {
    const name = locale === "fr" ? `« ${about.fr} »` : `"${about.en}"`;
    return `${name} (${count(times, locale)})`;
  });
  const all = names.join(", ");
  return locale === "fr"
    ? [`indicateurs validés pour des patients que leur âge ou leur sexe exclut : ${all}`]
    : [`indicators validated for patients whom their age or sex excludes: ${all}`];
}

function noticeText(notice: Notice, locale: Locale): string {
  const times = notice.count;
  if (!times) return notice[locale];
  return `${notice[locale]} (${count(times, locale)} ${locale === "fr" ? "fois" : "times"})`;
}

/** What the schedule supposes, of the lines that are paid and of its rules. */
function assumptionsOf({ lines, assumptions }: Statement, locale: Locale): string[] {
  const ofLines = lines.flatMap(({ label, assumed }) =>
    assumed ? [`${label[locale]}${colon(locale)}${assumed[locale]}`] : [],
  );
  const ofRules = assumptions.filter(({ code }) => code === "assumed-rule");
  return [...ofLines, ...ofRules.map((notice) => noticeText(notice, locale))];
}
