import type { Names } from "../../words/fields.ts";
import { headerWords } from "../../words/headers.ts";
import { mappedColumn } from "../../words/map.ts";
import { requiredIn } from "./check-header.ts";
import type { HeaderMap } from "./header.ts";
import type { HeaderSearch } from "./kinds/header-line.ts";

/** Characters above which a cell is no header. */
const LONGEST = 100;

/** What makes a record the headers of a file with these fields. */
export function headerSearch(known: Names, map: HeaderMap): HeaderSearch {
  const fields = new Map<string, string | undefined>();
  const read = (name: string): string | undefined => {
    const mapped = mappedColumn(name, map.columns ?? {});
    return mapped === null ? undefined : headerWords(known).read(mapped?.field ?? name).field;
  };
  return {
    fieldOf: (name) => {
      if (name === "" || name.length > LONGEST) return undefined;
      if (!fields.has(name)) fields.set(name, read(name));
      return fields.get(name);
    },
    required: requiredIn(known),
  };
}
