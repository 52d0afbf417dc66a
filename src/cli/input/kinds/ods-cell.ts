import { failFormula } from "./formula.ts";
import { numberText, percentText } from "./number-text.ts";

type Attributes = Readonly<Record<string, string>>;

/** A cell of an OpenDocument spreadsheet, which holds its value and the text that is shown. */
export class OdsCell {
  readonly repeated: number;
  readonly #attributes: Attributes;
  #shown = "";
  #paragraphs = 0;
  #isInParagraph = false;

  constructor(attributes: Attributes) {
    this.#attributes = attributes;
    this.repeated = timesOf(attributes["table:number-columns-repeated"]);
  }

  open(name: string, attributes: () => Attributes): void {
    if (name === "p") {
      if (this.#paragraphs > 0) this.#shown += "\n";
      this.#paragraphs += 1;
      this.#isInParagraph = true;
    }
    if (name === "s") this.#shown += " ".repeat(Math.min(Number(attributes()["text:c"] ?? 1), 99));
    if (name === "tab") this.#shown += "\t";
    if (name === "line-break") this.#shown += "\n";
  }

  text(part: string): void {
    if (this.#isInParagraph) this.#shown += part;
  }

  close(name: string): void {
    if (name === "p") this.#isInParagraph = false;
  }

  /** The value as text: days as `YYYY-MM-DD`, all digits of numbers, zeros that are shown. */
  value(sheet: string, line: number, column: number): string {
    const {
      "office:value-type": type = "string",
      "office:value": value = "",
      "office:date-value": day = "",
      "office:boolean-value": answer = "",
    } = this.#attributes;
    if (
      this.#attributes["table:formula"] !== undefined &&
      !("office:value-type" in this.#attributes)
    )
      failFormula(sheet, line, column);
    if (type === "date") return day.replace(/T00:00:00(\.0+)?$/, "");
    if (type === "boolean") return answer;
    if (type === "percentage") return percentText(Number(value));
    if (type !== "float" && type !== "currency") return this.#shown;
    const number = numberText(value, undefined, false);
    return /^0\d+$/.test(this.#shown) && Number(this.#shown) === Number(value)
      ? this.#shown
      : number;
  }
}

/** How often a cell or a row stands there. */
export function timesOf(repeated = "1"): number {
  if (!/^[1-9]\d{0,8}$/.test(repeated)) throw new Error(`repeated ${repeated.slice(0, 20)} times`);
  return Number(repeated);
}
