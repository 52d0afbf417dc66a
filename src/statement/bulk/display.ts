import { euros as textOf } from "../../money/cents.ts";
import type { Schedule } from "../../schedule/language.ts";
import type { Locale } from "../../error.ts";
import { count, counted } from "../../typography.ts";
import { money } from "../format/locale.ts";
import { words as common } from "../format/words.ts";
import { DISPLAY } from "../layout/notebook.ts";
import { sheetDrawing } from "../layout/sheet-drawing.ts";
import type { Sheet } from "../layout/sheet.ts";
import { componentLabels } from "../places/component-labels.ts";
import type { ColumnarStatements } from "./result.ts";

/** Physicians of a table in a notebook. */
const SHOWN = 20;

/**
 * Renders totals in columns as a table of euros in notebooks, without affecting JSON or
 * comparisons.
 */
export function showTotalsInNotebooks<Result extends ColumnarStatements>(
  result: Result,
  schedule: Schedule,
): Result {
  return Object.defineProperty(result, DISPLAY, {
    value: sheetDrawing("result", (locale) => sheetOf(result, schedule, locale)),
  });
}

const words = {
  fr: {
    list: "Par médecin",
    physician: "médecin",
    physicians: "médecins",
    patients: "patients",
    total: "Total",
    others: "autres",
  },
  en: {
    list: "By physician",
    physician: "physician",
    physicians: "physicians",
    patients: "patients",
    total: "Total",
    others: "others",
  },
};

function sheetOf(result: ColumnarStatements, document: Schedule, locale: Locale): Sheet {
  const { list, physician, physicians, patients, total, others } = words[locale];
  const { schedule, physicianIds, componentCents, totalCents, sums } = result;
  const components = Object.keys(componentCents);
  const names = componentLabels(document, schedule.year);
  const euros = (cents: number): string => money(textOf(cents), locale);
  const rows = physicianIds.slice(0, SHOWN).map((id, i) => ({
    cells: [
      id ?? "",
      count(result.patients[i] as number, locale),
      ...components.map((one) => euros(componentCents[one]?.[i] as number)),
      euros(totalCents[i] as number),
    ],
  }));
  const more = physicianIds.length - SHOWN;
  const all = result.patients.reduce((sum, one) => sum + one, 0);
  return {
    simulation: undefined,
    title: `${schedule[locale]} ${schedule.year} · ${common.unofficial[locale]}`,
    subtitle: counted(physicianIds.length, locale, physician, physicians),
    tables: [
      {
        title: list,
        head: ["", patients, ...components.map((id) => names[id]?.[locale] ?? id), total],
        rows: [
          ...rows,
          {
            cells: [
              more > 0 ? `${total} (${count(more, locale)} ${others})` : total,
              count(all, locale),
              ...components.map((one) => euros(sums.componentCents[one] as number)),
              euros(sums.totalCents),
            ],
            kind: "total",
          },
        ],
      },
    ],
    lists: [],
  };
}
