import type { Sink } from "../io.ts";

/** Characters that are written at once. */
const MOST = 1 << 16;

/** Writes short texts together: each write to a standard stream is a call of the system. */
export class Together implements Sink {
  readonly #sink: Sink;
  #texts = "";

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  write(text: string): void | Promise<void> {
    this.#texts += text;
    if (this.#texts.length >= MOST) return this.end();
  }

  /** Writes what is left. */
  end(): void | Promise<void> {
    const texts = this.#texts;
    this.#texts = "";
    return this.#sink.write(texts);
  }
}
