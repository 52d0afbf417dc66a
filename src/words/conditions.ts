import { elements } from "./lists.ts";
import { conditionWords } from "./vocabulary.ts";

/** Numbers of ALD in a cell: `8, 30`, `8 30`, `ALD 8 + ALD 30`; what is no number is passed on. */
export function aldNumbers(text: string): readonly (number | string)[] | undefined {
  const numbers = text.replace(/\bALD\b\s*(?:n°)?/gi, "");
  return elements(numbers, /[,;|+\s]/)?.map((element) =>
    /^\d{1,2}$/.test(element) ? Number(element) : element,
  );
}

/** Conditions in a cell: `diabète; HTA`; what is not known is passed on. */
export function conditions(text: string): readonly string[] | undefined {
  return elements(text)?.map((element) => conditionWords.of(element) ?? element);
}
