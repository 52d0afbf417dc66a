import { quoted } from "../../../printable.ts";
import { fail } from "../../report/failure.ts";

/** @throws Failure INPUT_FORMULA for a formula whose value was not saved with it */
export function failFormula(sheet: string, line: number, column: number): never {
  const cell = `${letters(column)}${line}`;
  return fail(
    "INPUT_FORMULA",
    `feuille « ${quoted(sheet)} », cellule ${cell} : une formule jamais calculée ; ` +
      "ouvrir le classeur dans Excel ou LibreOffice, l'enregistrer, recommencer",
    `sheet "${quoted(sheet)}", cell ${cell}: a formula that was never computed; ` +
      "open the workbook in Excel or LibreOffice, save it, try again",
  );
}

/** Column 27 is `AB`. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
