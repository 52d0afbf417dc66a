import type { LocalizedText } from "../error.ts";
import type {
  AmountCase,
  AmountComponent,
  Provenance,
  Remark,
  Schedule,
  ScheduleSource,
  UpliftCase,
  UpliftComponent,
} from "./language.ts";

/** How sure a value is, from the surest: an official page, another page, something inferred, the user's own word. */
export type Status = ScheduleSource["status"] | "assumed" | "user";

export const STATUSES: readonly Status[] = ["official", "secondary", "assumed", "user"];

export interface Attribution {
  readonly status: Status;
  /** Ids of the schedule's sources. */
  readonly sources: readonly string[];
  readonly assumed?: LocalizedText;
}

/** The word that one value stands on. Of several sources that say the same, the best counts. */
export function attributionOf(
  schedule: Schedule,
  { source, assumed, user }: Provenance,
): Attribution {
  const sources = source === undefined ? [] : typeof source === "string" ? [source] : source;
  if (user) return { status: "user", sources: [] };
  if (assumed !== undefined) return { status: "assumed", sources, assumed: bothLanguages(assumed) };
  const official = sources.some((id) => schedule.sources[id]?.status === "official");
  return { status: official ? "official" : "secondary", sources };
}

/** The word of a case's amount: its own, or with the component's where the component gives the amount. */
export function attributionOfAmount(
  schedule: Schedule,
  component: AmountComponent,
  one: AmountCase,
): Attribution {
  const own = attributionOf(schedule, inheritProvenance(one, component));
  return one.amount === undefined ? combine([attributionOf(schedule, component), own]) : own;
}

/** The word of a case's rate: its own, and that on what the rates bear on. */
export function attributionOfRate(
  schedule: Schedule,
  component: UpliftComponent,
  one: UpliftCase,
): Attribution {
  return combine([
    attributionOf(schedule, inheritProvenance(one, component)),
    attributionOf(schedule, schedule.uplifts ?? {}),
  ]);
}

/** What a case says of its word, completed by its component: a case that says nothing stands on its component's word. */
export function inheritProvenance(own: Provenance, component: Provenance): Provenance {
  if (own.user || component.user) return { user: true };
  if (own.source === undefined && own.assumed === undefined) return component;
  if (own.source === undefined && component.source !== undefined)
    return { ...own, source: component.source };
  return own;
}

/** The word of a result that needs several values: all their sources, and the least sure of their statuses. */
export function combine(words: readonly Attribution[]): Attribution {
  const weakest = words.reduce((a, b) =>
    STATUSES.indexOf(b.status) > STATUSES.indexOf(a.status) ? b : a,
  );
  return { ...weakest, sources: [...new Set(words.flatMap((word) => word.sources))] };
}

export function bothLanguages(remark: Remark): LocalizedText {
  return typeof remark === "string" ? { fr: remark, en: remark } : remark;
}
