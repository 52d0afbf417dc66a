import type { LocalizedText } from "../error.ts";
import { typeset } from "../typography.ts";
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

/** Reliability of a value, best first: official page, other page, inference, user's own value. */
export type Status = ScheduleSource["status"] | "assumed" | "user";

export const STATUSES: readonly Status[] = ["official", "secondary", "assumed", "user"];

export interface Attribution {
  readonly status: Status;
  /** Ids of the schedule's sources. */
  readonly sources: readonly string[];
  readonly assumed?: LocalizedText;
}

/** Status and sources of a value. With several sources, the most reliable one sets the status. */
export function attributionOf(
  schedule: Schedule,
  { source, assumed, user }: Provenance,
): Attribution {
  const sources = source === undefined ? [] : typeof source === "string" ? [source] : source;
  if (user) return { status: "user", sources: [] };
  if (assumed !== undefined)
    return { status: "assumed", sources, assumed: typeset(bothLanguages(assumed)) };
  const official = sources.some((id) => schedule.sources[id]?.status === "official");
  return { status: official ? "official" : "secondary", sources };
}

/** Attribution of a case's amount; combined with the component's if the amount is inherited. */
export function attributionOfAmount(
  schedule: Schedule,
  component: AmountComponent,
  one: AmountCase,
): Attribution {
  const own = attributionOf(schedule, inheritProvenance(one, component));
  return one.amount === undefined ? combine([attributionOf(schedule, component), own]) : own;
}

/** Attribution of a case's rate, combined with that of the uplift rules. */
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

/** Provenance of a case, completed by its component's. */
export function inheritProvenance(own: Provenance, component: Provenance): Provenance {
  if (own.user || component.user) return { user: true };
  if (own.source === undefined && own.assumed === undefined) return component;
  if (own.source === undefined && component.source !== undefined)
    return { ...own, source: component.source };
  return own;
}

/** Attribution of a result derived from several values: all sources, the least reliable status. */
export function combine(attributions: readonly Attribution[]): Attribution {
  const weakest = attributions.reduce((a, b) =>
    STATUSES.indexOf(b.status) > STATUSES.indexOf(a.status) ? b : a,
  );
  return { ...weakest, sources: [...new Set(attributions.flatMap(({ sources }) => sources))] };
}

export function bothLanguages(remark: Remark): LocalizedText {
  return typeof remark === "string" ? { fr: remark, en: remark } : remark;
}
