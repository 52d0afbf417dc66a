import { signedCents } from "../money/cents.ts";
import { day, money } from "../statement/format/locale.ts";
import { counted, upper } from "../typography.ts";
import { isAsComputed, type PaymentCheck } from "./check-payment.ts";
import type { MakeUp } from "./make-up.ts";

/** What a physician writes to a caisse, which reads French, whatever the language of the page. */

/** A paragraph to send, with the figures that the caisse can compare with its own. */
export function caisseParagraph(check: PaymentCheck): string {
  const { payments } = check;
  const gaps = payments.map(
    ({ fr, computed, paid, gap }) =>
      `${fr} : ${money(computed, "fr")} calculés, ` +
      `${money(paid, "fr")} versés (écart ${signed(gap)})`,
  );
  return [
    listSentence(check),
    `${upper(gaps.join(" ; "))}.`,
    ...reasonSentences(check),
    question(check),
  ].join(" ");
}

/** Whom the list counts, and what is due for them. */
export function listSentence({ statement, list }: PaymentCheck): string {
  const { schedule, total } = statement;
  const parts = [
    some(list.ald, "en ALD", "en ALD"),
    some(list.c2s, "bénéficiaire de la C2S", "bénéficiaires de la C2S"),
    some(list.notSeen, "non vu", "non vus"),
  ].filter((part) => part !== "");
  const among = parts.length === 0 ? "" : `, dont ${inWords(parts)}`;
  return (
    `Au ${day(schedule.referenceDate, "fr")}, ma patientèle compte ` +
    `${patients(list.patients)}${among}. ` +
    `${schedule.fr} ${schedule.year} : je calcule ${money(total, "fr")}, ` +
    "un total qui n'est pas officiel."
  );
}

/** What is compatible with the gap, or what would make it up: never said to be the cause. */
export function reasonSentences(check: PaymentCheck): string[] {
  const {
    compatible: [first],
    makeUp,
  } = check;
  if (isAsComputed(check)) return ["Ce qui est versé est, à 1 % près, ce qui est calculé."];
  if (first) {
    const points = first.changes.map(({ fr }) => `« ${fr} »`);
    const these = points.length > 1 ? "ces interprétations" : "cette interprétation";
    return [
      `Ce qui est versé serait compatible, à 1 % près, avec ${these} de ce que le ` +
        `texte ne tranche pas : ${inWords(points)}`,
    ];
  }
  const ways = makeUp.flatMap((one) => (isEnough(one) ? [makeUpText(one)] : []));
  return [
    "Aucune interprétation de ce que le texte ne tranche pas n'en approche à 1 %.",
    ...(ways.length === 0 ? [] : [`À lui seul, l'écart ferait environ ${ways.join(", ou ")}.`]),
  ];
}

/** What the caisse can answer. */
export function question({ statement, list }: PaymentCheck): string {
  const counted = ["de patients", "de patients en ALD", "de bénéficiaires de la C2S"];
  const unseen = list.notSeen > 0 ? ["de patients non vus"] : [];
  return (
    "Pourriez-vous m'indiquer l'interprétation que vous retenez, et le nombre " +
    `${inWords([...counted, ...unseen])} que vous avez comptés au ` +
    `${day(statement.schedule.referenceDate, "fr")} ?`
  );
}

/** Whether the list has as many patients as would make up the gap. */
export function isEnough({ of, patients: wanted, among }: MakeUp): boolean {
  return Math.abs(wanted) <= among || (of === "patients" && wanted > 0);
}

/** `107 patients en ALD de moins`. */
export function makeUpText({ of, patients: wanted }: MakeUp): string {
  const name = {
    patients: "",
    ald: " en ALD",
    "not-seen": Math.abs(wanted) < 2 ? " non vu" : " non vus",
  }[of];
  return `${patients(Math.abs(wanted))}${name} de ${wanted < 0 ? "moins" : "plus"}`;
}

export function signed(gap: string): string {
  return signedCents(gap) > 0 ? `+${money(gap, "fr")}` : money(gap, "fr");
}

const patients = (value: number): string => counted(value, "fr", "patient", "patients");

function some(value: number, one: string, several: string): string {
  return value === 0 ? "" : counted(value, "fr", one, several);
}

function inWords(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join("")
    : `${parts.slice(0, -1).join(", ")} et ${parts[parts.length - 1]}`;
}
