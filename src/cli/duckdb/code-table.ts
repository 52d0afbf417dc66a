/** In place of a value: the slot is free. */
const FREE = -(2 ** 31);

/** What codes stand for; it is asked once, when a code is first seen. */
export class CodeTable {
  readonly #valueOf: (code: number) => number;
  #codes = new Int32Array(1024);
  #values = new Int32Array(1024).fill(FREE);
  #size = 0;

  constructor(valueOf: (code: number) => number) {
    this.#valueOf = valueOf;
  }

  /** Writes the value of each code. */
  read(codes: Int32Array, into: Int32Array): void {
    let before = 0;
    let value = FREE;
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i] as number;
      // Rows of a physician stand together.
      if (value === FREE || code !== before) value = this.#find(code);
      before = code;
      into[i] = value;
    }
  }

  #find(code: number): number {
    const slot = this.#slotOf(code);
    const found = this.#values[slot] as number;
    return found === FREE ? this.#add(code, slot) : found;
  }

  #slotOf(code: number): number {
    const mask = this.#codes.length - 1;
    let slot = code & mask;
    while (this.#values[slot] !== FREE && this.#codes[slot] !== code) slot = (slot + 1) & mask;
    return slot;
  }

  #add(code: number, slot: number): number {
    const value = this.#valueOf(code);
    this.#codes[slot] = code;
    this.#values[slot] = value;
    this.#size += 1;
    if (2 * this.#size > this.#codes.length) this.#grow();
    return value;
  }

  #grow(): void {
    const [codes, values] = [this.#codes, this.#values];
    this.#codes = new Int32Array(2 * codes.length);
    this.#values = new Int32Array(2 * codes.length).fill(FREE);
    for (let i = 0; i < codes.length; i++) {
      if (values[i] === FREE) continue;
      const slot = this.#slotOf(codes[i] as number);
      this.#codes[slot] = codes[i] as number;
      this.#values[slot] = values[i] as number;
    }
  }
}
