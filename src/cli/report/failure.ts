import type { LocalizedText } from "../../error.ts";

/** A usage error or an unreadable input, which stops the command with exit code 2. */
export class Failure extends Error {
  constructor(
    readonly code: string,
    readonly text: LocalizedText,
  ) {
    super(text.en);
  }
}

export function fail(code: string, fr: string, en: string): never {
  throw new Failure(code, { fr, en });
}
