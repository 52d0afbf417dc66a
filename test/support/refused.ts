import { typeset } from "../../src/typography.ts";
import { ForfaitError, type ErrorCode, type Refusal } from "../../src/index.ts";

/** A refusal without its message, which is made from the rest. */
export type Why = Omit<Refusal, "message">;

/** Does what must be refused, and gives why it was. */
export function refused(act: () => unknown): Why {
  try {
    act();
  } catch (error) {
    if (error instanceof ForfaitError) return withoutMessage(error.refusal);
    throw error;
  }
  throw new Error("expected a refusal");
}

export function withoutMessage({ code, path, found, allowed }: Refusal): Why {
  return { code, path, found, allowed };
}

/** An expected refusal; `en` is left out where what is allowed reads the same in both languages. */
export function why(
  code: ErrorCode,
  path: string,
  found: string,
  fr: string,
  en: string = fr,
): Why {
  return { code, path, found, allowed: typeset({ fr, en }) };
}
