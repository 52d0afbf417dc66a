import type { LocalizedText } from "../error.ts";

/** Identifiers that are no longer what was written. */

const SCIENTIFIC = /^\d+(?:[.,]\d+\s*E\s*[+-]?|\s*E\s*[+-])\s*\d{1,3}$/i;

/** A text that a program wrote for a long number, in fewer digits: `1,01E+10`. */
export function isScientific(id: string): boolean {
  const codeAt = (fromEnd: number): number => id.charCodeAt(id.length - fromEnd);
  const isLikely = isExponent(codeAt(2)) || isExponent(codeAt(3)) || isExponent(codeAt(4));
  return isLikely && SCIENTIFIC.test(id);
}

/** `+`, `-`, `E` or `e`: asked first, because a list has millions of identifiers. */
function isExponent(code: number): boolean {
  return code === 43 || code === 45 || code === 69 || code === 101;
}

/** Whether a value is an identifier, all of whose digits are there. */
export function isWrittenId(id: unknown): id is string | number {
  return typeof id === "string" ? !isScientific(id) : isWrittenNumber(id);
}

/** A number beyond 2^53 may be that of another patient, whose last digits differ. */
function isWrittenNumber(id: unknown): boolean {
  return Number.isFinite(id) && Math.abs(id as number) <= Number.MAX_SAFE_INTEGER;
}

/** What an identifier must be, and what to do about one that has lost digits. */
export function allowedId(id: unknown): LocalizedText {
  if (typeof id === "string")
    return {
      fr:
        "l'identifiant entier : écrit ainsi, il a perdu des chiffres ; " +
        "mettre la colonne au format Texte, puis la remplir de nouveau",
      en:
        "the whole identifier: written so it has lost digits; " +
        "format the column as text, then fill it again",
    };
  if (typeof id === "number" && Number.isFinite(id))
    return {
      fr: "un texte : au-delà de 2^53 un nombre perd des chiffres ; l'écrire entre guillemets",
      en: "a text: beyond 2^53 a number loses digits; write it in quotes",
    };
  return { fr: "un texte ou un nombre", en: "a text or a number" };
}
