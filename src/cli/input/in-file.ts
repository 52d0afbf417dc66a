import { Failure } from "../report/failure.ts";

/** What stops the reading of a file, with the file in front where the reader did not know it. */
export function inFile(path: string, error: unknown): unknown {
  if (!(error instanceof Failure) || !OF_FILES.test(error.code)) return error;
  const { fr, en } = error.text;
  if ([`${path} :`, `${path},`].some((start) => fr.startsWith(start))) return error;
  return new Failure(error.code, { fr: `${path} : ${fr}`, en: `${path}: ${en}` });
}

const OF_FILES = /^(INPUT|CSV|SEPARATOR|HEADER)_/;

/** The parts of a file; what stops them is named so. */
export async function* partsOf<Part>(
  path: string,
  parts: AsyncIterable<Part>,
): AsyncGenerator<Part> {
  try {
    yield* parts;
  } catch (error) {
    throw inFile(path, error);
  }
}
