import type { LocalizedText } from "../error.ts";

/** Something that stops the command: a wrong call, or an input that cannot be read. Exit code 2. */
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
