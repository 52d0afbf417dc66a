import { ForfaitError, guard, refuse } from "../error.ts";
import { isChecked, markChecked } from "./checked.ts";
import { checkConsistency } from "./consistency.ts";
import type { Amendment, Schedule } from "./language.ts";
import { patchDraft, structuredCopy, type Author, userAuthor } from "./patch.ts";
import { schemas } from "./schema.ts";
import { validate } from "./validate.ts";

export type Draft = Record<string, unknown>;

/** Checks a document, or an amendment over a schedule that `find` knows, and freezes a copy of it. */
export function load(json: unknown, find: (id: string) => Schedule | undefined): Schedule {
  if (isChecked(json)) return json;
  const document = guard(
    "(document)",
    () => structuredCopy(typeof json === "string" ? parse(json) : json),
    "SCHEDULE_INVALID",
  );
  const isAmendment =
    typeof document === "object" && document !== null && Object.hasOwn(document, "over");
  return accept(isAmendment ? amend(document, find) : document);
}

/** Checks a draft and every option of its readings, then freezes it. */
export function accept(draft: unknown): Schedule {
  const schedule = acceptAlone(draft);
  for (const [id, reading] of Object.entries(schedule.readings ?? {})) {
    if (optionChosen(schedule, id) !== undefined) continue;
    for (const option of Object.keys(reading.or)) checkOption(schedule, id, option);
  }
  return schedule;
}

/** Checks a draft, but not what its readings would make of it. */
export function acceptAlone(draft: unknown): Schedule {
  validate(schemas().schedule, draft);
  const schedule = draft as Schedule;
  checkConsistency(schedule);
  return markChecked(schedule);
}

/** The option that a schedule has settled on for a reading; a reading may be named as what every object has. */
export function optionChosen({ chosen = {} }: Schedule, id: string): string | undefined {
  return Object.hasOwn(chosen, id) ? chosen[id] : undefined;
}

function checkOption(schedule: Schedule, id: string, option: string): void {
  try {
    const draft = draftOf(schedule);
    choose(draft, id, option);
    acceptAlone(draft);
  } catch (error) {
    if (!(error instanceof ForfaitError)) throw error;
    const { message } = error.refusal;
    refuse("SCHEDULE_READING", `readings.${id}.or.${option}`, option, {
      fr: `une option qui donne un barème valide (${message.fr})`,
      en: `an option that gives a valid schedule (${message.en})`,
    });
  }
}

/** Mutable copy of a schedule, to be validated before use. */
export function draftOf(schedule: Schedule): Draft {
  return structuredCopy(schedule) as unknown as Draft;
}

/** Applies one option of one reading to a draft, in place. */
export function choose(draft: Draft, id: string, option: string): void {
  const { readings, chosen } = draft as unknown as Schedule;
  const provenance = {
    assumed: { fr: `lecture ${id} = ${option}`, en: `reading ${id} = ${option}` },
  };
  patchDraft(draft, readings?.[id]?.or[option] ?? {}, { provenance, keepsSource: true });
  draft["chosen"] = { ...chosen, [id]: option };
}

function amend(document: unknown, find: (id: string) => Schedule | undefined): unknown {
  validate(schemas().amendment, document);
  const {
    $schema: _,
    over,
    patch,
    source,
    assumed,
    user,
    sources,
    ...head
  } = document as Amendment;
  const base = find(over);
  if (!base)
    refuse("SCHEDULE_REFERENCE_UNKNOWN", "over", over, {
      fr: "le nom d'un barème connu",
      en: "the id of a known schedule",
    });

  const { inForce, proposed, ...body } = structuredCopy(base);
  const period = head.inForce || head.proposed ? {} : { inForce, proposed };
  const draft = dropUndefined({
    ...body,
    ...period,
    ...head,
    amends: over,
    sources: { ...base.sources, ...sources },
  });
  const provenance = dropUndefined({ source, assumed, user });
  const author: Author =
    Object.keys(provenance).length > 0 ? { provenance, keepsSource: false } : userAuthor;
  patchDraft(draft, patch, author);
  return draft;
}

function dropUndefined(node: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse("SCHEDULE_INVALID", "(document)", text, {
      fr: "un document JSON",
      en: "a JSON document",
    });
  }
}
