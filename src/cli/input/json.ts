import { printableJson } from "../../printable.ts";
import { fail } from "../report/failure.ts";

/**
 * Parses JSON. A key that an object has twice is refused, since all but one of its values would be
 * lost.
 * @param place file, and line if it has several documents
 * @returns undefined for what is no JSON
 * @throws Failure INPUT_JSON for a key given twice
 */
export function parseJson(
  text: string,
  place: { readonly fr: string; readonly en: string },
): unknown {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const key = keyGivenTwice(text);
  if (key === undefined) return parsed;
  const shown = printableJson(key.slice(0, 80));
  return fail(
    "INPUT_JSON",
    `${place.fr} : clé ${shown} donnée deux fois ; n'en garder qu'une`,
    `${place.en}: key ${shown} given twice; keep one of them`,
  );
}

/** A text, or a sign of the structure; numbers, true, false and null stand between. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/gs;

/** The first key that one object of a JSON text has twice. Without recursion: JSON may be deep. */
function keyGivenTwice(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  let isKey = false;
  for (const [token] of text.matchAll(TOKEN)) {
    const keys = open[open.length - 1];
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(undefined);
    else if (token === "}" || token === "]") open.pop();
    else if (token !== "," && isKey && keys) {
      const key = token.includes("\\") ? (JSON.parse(token) as string) : token.slice(1, -1);
      if (keys.has(key)) return key;
      keys.add(key);
    }
    isKey = token === "{" || (token === "," && keys !== undefined);
  }
  return undefined;
}
