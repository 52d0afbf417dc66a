import { guard } from "../error.ts";
import { checkKeys } from "../known-keys.ts";
import { groupsOf, type Group, type Row } from "../statement/format/groups.ts";
import { day, money } from "../statement/format/locale.ts";
import { statusNames } from "../statement/format/words.ts";
import { layOut, type SheetOptions } from "../statement/layout/lay-out.ts";
import type { Sheet, SheetRow } from "../statement/layout/sheet.ts";
import { listSentence, question, reasonSentences } from "./caisse-words.ts";
import type { PaymentCheck } from "./check-payment.ts";
import { checkedCheck } from "./checked-check.ts";
import { paymentTable } from "./format-payment-check.ts";

/**
 * A letter to the caisse, in French: what is due line by line, what was paid, what is compatible
 * with the gap, what to answer, and the sources.
 * @param check of `checkPayment`
 * @param options `as`, by default `text`
 * @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN
 * @example
 * // What does the letter ask of the caisse?
 * const patients = Array.from({ length: 10 }, () => ({ age: 40, ald: true, c2s: true }));
 * const paid = [{ due: "2026-04", amount: "100" }];
 * const letter = formatPaymentLetter(checkPayment({ patients }, paid, { year: 2026 }));
 * letter.includes("Pourriez-vous m'indiquer l'interprétation que vous retenez")
 * //=> true
 */
export function formatPaymentLetter(
  check: PaymentCheck,
  options: Omit<SheetOptions, "locale"> = {},
): string {
  const asked = guard("options", () => ({ ...options }));
  checkKeys("options", asked, ["as", "headingLevel"]);
  return layOut("check", { ...asked, locale: "fr" }, () => letterOf(checkedCheck(check)));
}

function letterOf(check: PaymentCheck): Sheet {
  const { statement } = check;
  const { schedule, physicianId, simulation } = statement;
  const referenceDay = day(schedule.referenceDate, "fr");
  return {
    simulation: simulation && "SIMULATION : ne pas envoyer",
    title: `Objet : ${schedule.fr} ${schedule.year}, versements et calcul`,
    subtitle: [
      ...(physicianId === null ? [] : [`Médecin ${physicianId}`]),
      `patientèle au ${referenceDay}`,
      "calcul non officiel",
    ].join(" · "),
    opening: [
      `À : la caisse de ${"…".repeat(12)}   Le ${"…".repeat(6)}`,
      "Madame, Monsieur,",
      listSentence(check),
    ],
    tables: [
      paymentTable(check, "fr"),
      {
        title: "Ce qui est calculé",
        head: ["Ligne", "Calcul", "Montant"],
        rows: [
          ...groupsOf(statement, "fr", () => 0).flatMap(rowsOf),
          { cells: ["Total", "", money(statement.total, "fr")], kind: "total" },
        ],
      },
    ],
    lists: [
      {
        isProse: true,
        items: [
          ...reasonSentences(check),
          question(check),
          "Je vous prie d'agréer, Madame, Monsieur, mes salutations distinguées.",
          "Signature et cachet :",
        ],
      },
      {
        title: "Sources",
        isFoot: true,
        items: Object.values(statement.sources).map(({ title, url, status, checked }) => {
          const about = `${statusNames[status].fr}, lue le ${day(checked, "fr")}`;
          return `${title} (${about})${url ? ` : ${url}` : ""}`;
        }),
      },
    ],
  };
}

/** A group and its lines, of which its sum alone is told if it says how it is made. */
function rowsOf({ rows, isSummed, ...group }: Group): SheetRow[] {
  const cells = ({ label, calculation, amount }: Row): string[] => [label, calculation, amount];
  const parts = isSummed ? [] : rows;
  return [
    { cells: cells(group), ...(rows.length > 0 && { kind: "sum" as const }) },
    ...parts.map((row) => ({ cells: cells(row), kind: "part" as const })),
  ];
}
