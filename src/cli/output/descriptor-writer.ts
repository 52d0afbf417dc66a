import { closeSync, writeFile } from "node:fs";
import { promisify } from "node:util";

const writeAll = promisify(writeFile);

/** Characters that are buffered before they are written. */
const BUFFER_SIZE = 1 << 16;

/** Writes to an open file descriptor, from its current position; short strings are buffered. */
export class DescriptorWriter {
  readonly #descriptor: number;
  #buffer = "";
  #isOpen = true;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  async write(chunk: string | Uint8Array): Promise<void> {
    if (typeof chunk === "string") {
      this.#buffer += chunk;
      if (this.#buffer.length > BUFFER_SIZE) await this.flush();
    } else {
      await this.flush();
      await writeAll(this.#descriptor, chunk);
    }
  }

  async flush(): Promise<void> {
    const text = this.#buffer;
    this.#buffer = "";
    if (text !== "") await writeAll(this.#descriptor, text);
  }

  /** Does nothing once closed. */
  close(): void {
    if (this.#isOpen) closeSync(this.#descriptor);
    this.#isOpen = false;
  }
}
