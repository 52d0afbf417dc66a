import type { LocalizedText } from "../error.ts";
import { typeset } from "../typography.ts";
import { casesOf } from "./cases.ts";
import { namesOf } from "./names-of.ts";
import { labelOf } from "./label.ts";
import { withYears } from "./years.ts";
import type { AmountCase, Percent, Schedule, ShareRate, UpliftCase } from "./language.ts";
import type { ValueEntry } from "./value-entry.ts";
import {
  bothLanguages,
  attributionOfAmount,
  attributionOfRate,
  type Status,
} from "./provenance.ts";
import { preventionEntries } from "./prevention-entries.ts";
import { ruleEntries } from "./rule-entries.ts";
import { ofRate } from "./rules/of-rate.ts";
import { inFrench } from "./rules/rule.ts";
import { rules } from "./rules/rules.ts";

export type { ValueEntry };

export interface ReadingEntry extends LocalizedText {
  readonly id: string;
  readonly because: LocalizedText;
  /** Options, default first. */
  readonly options: readonly (LocalizedText & { readonly id: string })[];
}

/** A fact that a schedule declares. */
export interface FactEntry {
  readonly id: string;
  readonly label: LocalizedText;
  readonly value: LocalizedText;
}

/** Contents of a schedule, in reading order. */
export interface Description {
  readonly amounts: readonly ValueEntry[];
  readonly rules: readonly ValueEntry[];
  /** Who is eligible for prevention, what validates it, and what it is told by. */
  readonly prevention: readonly ValueEntry[];
  readonly facts: readonly FactEntry[];
  readonly readings: readonly ReadingEntry[];
  /** Number of amounts and rates of each status. */
  readonly counts: Readonly<Record<Status, number>>;
}

export function describeSchedule(schedule: Schedule): Description {
  const amounts = [...amountEntries(schedule), ...upliftEntries(schedule)];
  const words = ({ assumed, label, value, ...entry }: ValueEntry): ValueEntry => ({
    ...entry,
    label: withYears(schedule, label),
    value: withYears(schedule, value),
    ...(assumed && { assumed: typeset(withYears(schedule, assumed)) }),
  });
  const counts = { official: 0, secondary: 0, assumed: 0, user: 0 };
  for (const { status } of amounts) counts[status] += 1;
  return {
    amounts: amounts.map(words),
    rules: ruleEntries(schedule).map(words),
    prevention: preventionEntries(schedule).map(words),
    facts: factEntries(schedule),
    readings: readingEntries(schedule),
    counts,
  };
}

function amountEntries(schedule: Schedule): ValueEntry[] {
  return Object.entries(schedule.amounts).flatMap(([id, component]) =>
    casesOf<AmountCase>(id, component).map(({ path, name, one }) => {
      const amount = (one.amount ?? component.amount) as string;
      const floor = one.atLeast ?? component.atLeast;
      const per = rules[component.per].per({ schedule, component, one });
      const [atLeast, auMoins] =
        floor === undefined
          ? ["", ""]
          : [` (at least ${floor} EUR)`, ` (au moins ${inFrench(floor)} €)`];
      return {
        path: `${path}.amount`,
        label: labelOf(component, name, one),
        value: typeset({
          fr: `${inFrench(amount)} € ${per.fr}${auMoins}`,
          en: `${amount} EUR ${per.en}${atLeast}`,
        }),
        ...attributionOfAmount(schedule, component, one),
      };
    }),
  );
}

function upliftEntries(schedule: Schedule): ValueEntry[] {
  const { uplifts } = schedule;
  if (!uplifts) return [];
  const base = namesOf(schedule, uplifts.of);
  return Object.entries(uplifts.cases).flatMap(([id, component]) => {
    return casesOf<UpliftCase>(id, component).map(({ path, name, one }) => ({
      path: `${path}.rate`,
      label: labelOf(component, name, one),
      value: typeset(ofRate((one.rate ?? component.rate) as Percent | ShareRate, rules).text(base)),
      ...attributionOfRate(schedule, component, one),
    }));
  });
}

/** Whose fact it is, what it is, and whether it has to be given. */
function factEntries({ facts = {} }: Schedule): FactEntry[] {
  return Object.entries(facts).map(([id, { fr, en, of, is, ifMissing }]) => {
    const whose = { physician: "du médecin", practice: "du cabinet" }[of];
    const what = { boolean: "oui ou non", number: "nombre", amount: "euros" }[is];
    const kind = { boolean: "yes or no", number: "number", amount: "euros" }[is];
    const [required, exigé] = ifMissing === undefined ? [", required", ", à donner"] : ["", ""];
    return {
      id,
      label: { fr, en },
      value: { fr: `${what}, ${whose}${exigé}`, en: `${kind}, of the ${of}${required}` },
    };
  });
}

function readingEntries(schedule: Schedule): ReadingEntry[] {
  const { readings = {} } = schedule;
  const words = (text: LocalizedText): LocalizedText => typeset(withYears(schedule, text));
  return Object.entries(readings).map(([id, { fr, en, because, or, answers, ...reading }]) => ({
    id,
    ...words({ fr, en }),
    because: words(bothLanguages(because)),
    options: [reading.default, ...Object.keys(or)].map((option) => ({
      id: option,
      ...words(answers?.[option] ?? { fr: option, en: option }),
    })),
  }));
}
