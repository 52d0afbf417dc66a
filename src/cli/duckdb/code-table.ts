/** In place of a number: the slot is free. */
const FREE = -1;

/** Numbers codes from 0, as they are first seen. */
export class CodeTable {
  readonly #onNew: (code: number) => void;
  #codes = new Int32Array(1024);
  #numbers = new Int32Array(1024).fill(FREE);
  #size = 0;

  /** @param onNew called with each code that is first seen */
  constructor(onNew: (code: number) => void) {
    this.#onNew = onNew;
  }

  /** Puts the number of each code in its place. */
  number(codes: Int32Array): void {
    let before = 0;
    let number = FREE;
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i] as number;
      // Rows of a physician stand together.
      if (number === FREE || code !== before) number = this.#numberOf(code);
      before = code;
      codes[i] = number;
    }
  }

  #numberOf(code: number): number {
    const slot = this.#slotOf(code);
    const found = this.#numbers[slot] as number;
    return found === FREE ? this.#add(code, slot) : found;
  }

  #slotOf(code: number): number {
    const mask = this.#codes.length - 1;
    let slot = code & mask;
    while (this.#numbers[slot] !== FREE && this.#codes[slot] !== code) slot = (slot + 1) & mask;
    return slot;
  }

  #add(code: number, slot: number): number {
    const number = this.#size++;
    this.#codes[slot] = code;
    this.#numbers[slot] = number;
    if (2 * this.#size > this.#codes.length) this.#grow();
    this.#onNew(code);
    return number;
  }

  #grow(): void {
    const [codes, numbers] = [this.#codes, this.#numbers];
    this.#codes = new Int32Array(2 * codes.length);
    this.#numbers = new Int32Array(2 * codes.length).fill(FREE);
    for (let i = 0; i < codes.length; i++) {
      if (numbers[i] === FREE) continue;
      const slot = this.#slotOf(codes[i] as number);
      this.#codes[slot] = codes[i] as number;
      this.#numbers[slot] = numbers[i] as number;
    }
  }
}
