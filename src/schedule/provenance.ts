import type { Text } from "../error.ts";
import type {
  AmountCase,
  AmountComponent,
  Provenance,
  Remark,
  Schedule,
  Source,
  UpliftCase,
  UpliftComponent,
} from "./language.ts";

/** How sure a value is, from the surest: an official page, another page, something inferred, the user's own word. */
export type Status = Source["status"] | "assumed" | "user";

export const STATUSES: readonly Status[] = ["official", "secondary", "assumed", "user"];

export interface Word {
  readonly status: Status;
  /** Ids of the schedule's sources. */
  readonly sources: readonly string[];
  readonly assumed?: Text;
}

/** The word that one value stands on. Of several sources that say the same, the best counts. */
export function wordOf(schedule: Schedule, { source, assumed, user }: Provenance): Word {
  const sources = source === undefined ? [] : typeof source === "string" ? [source] : source;
  if (user) return { status: "user", sources: [] };
  if (assumed !== undefined) return { status: "assumed", sources, assumed: bothLanguages(assumed) };
  const official = sources.some((id) => schedule.sources[id]?.status === "official");
  return { status: official ? "official" : "secondary", sources };
}

/** The word of a case's amount: its own, or with the component's where the component gives the amount. */
export function wordOfAmount(
  schedule: Schedule,
  component: AmountComponent,
  one: AmountCase,
): Word {
  const own = wordOf(schedule, inherited(one, component));
  return one.amount === undefined ? together([wordOf(schedule, component), own]) : own;
}

/** The word of a case's rate: its own, and that on what the rates bear on. */
export function wordOfRate(schedule: Schedule, component: UpliftComponent, one: UpliftCase): Word {
  return together([
    wordOf(schedule, inherited(one, component)),
    wordOf(schedule, schedule.uplifts ?? {}),
  ]);
}

/** What a case says of its word, completed by its component: a case that says nothing stands on its component's word. */
export function inherited(own: Provenance, component: Provenance): Provenance {
  if (own.user || component.user) return { user: true };
  if (own.source === undefined && own.assumed === undefined) return component;
  if (own.source === undefined && component.source !== undefined)
    return { ...own, source: component.source };
  return own;
}

/** The word of a result that needs several values: all their sources, and the least sure of their statuses. */
export function together(words: readonly Word[]): Word {
  const weakest = words.reduce((a, b) =>
    STATUSES.indexOf(b.status) > STATUSES.indexOf(a.status) ? b : a,
  );
  return { ...weakest, sources: [...new Set(words.flatMap((word) => word.sources))] };
}

export function bothLanguages(remark: Remark): Text {
  return typeof remark === "string" ? { fr: remark, en: remark } : remark;
}
