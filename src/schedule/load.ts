import { guard, refuse } from "../error.ts";
import { accept } from "./accept.ts";
import { underOptions } from "./derive.ts";
import { draftOf } from "./draft.ts";
import type { Amendment, Schedule } from "./language.ts";
import { patchDraft, structuredCopy, type Author, userAuthor } from "./patch.ts";
import { inOrderOf } from "./readings.ts";
import { schemas } from "./schema.ts";
import { checkSize, MOST_CHARACTERS } from "./size.ts";
import { validate } from "./validate.ts";

/**
 * Checks a document, or an amendment over a schedule that `find` knows, and freezes a copy of it.
 */
export function load(json: unknown, find: (id: string) => Schedule | undefined): Schedule {
  const document = guard(
    "(document)",
    () => structuredCopy(typeof json === "string" ? parse(json) : json),
    "SCHEDULE_INVALID",
  );
  const isAmendment =
    typeof document === "object" && document !== null && Object.hasOwn(document, "over");
  return accept(isAmendment ? amend(document, find) : document, checkShape);
}

/** What the schemas of the language say of a draft. */
export function checkShape(draft: unknown): void {
  validate(schemas().schedule, draft);
}

function amend(document: unknown, find: (id: string) => Schedule | undefined): unknown {
  checkSize(document);
  validate(schemas().amendment, document);
  const {
    $schema: _,
    over,
    from,
    readings = {},
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

  const choices = inOrderOf(base, Object.entries(readings));
  const { inForce, proposed, ...body } = underOptions(base, choices) ?? draftOf(base);
  const period = head.inForce || head.proposed ? {} : { inForce, proposed };
  const draft = dropUndefined({
    ...body,
    ...period,
    ...head,
    amends: over,
    starts: from === undefined ? undefined : { from, ...(choices.length > 0 && { readings }) },
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

/** Most characters of a document as text, indented or not. */
const MOST_TEXT = 4 * MOST_CHARACTERS;

function parse(text: string): unknown {
  if (text.length > MOST_TEXT)
    refuse("SCHEDULE_TOO_LARGE", "(document)", text.length, {
      fr: `un texte de ${MOST_TEXT} caractères au plus`,
      en: `a text of at most ${MOST_TEXT} characters`,
    });
  try {
    return JSON.parse(text);
  } catch {
    return refuse("SCHEDULE_INVALID", "(document)", text, {
      fr: "un document JSON",
      en: "a JSON document",
    });
  }
}
