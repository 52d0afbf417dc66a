import type { InputList, ListFields, TableReader } from "../input/input-list.ts";
import { Failure } from "../report/failure.ts";
import { ForfaitError } from "../../error.ts";
import { openEngine, type Engine } from "./engine.ts";
import { openTyped } from "./typed-list.ts";

/** Fewer take longer; more take memory, 140 bytes each. */
const ROWS_AT_ONCE = 1 << 18;

/** DuckDB, which is opened when a file first needs it. */
export class Duckdb implements TableReader {
  readonly #rowsAtOnce: number;
  #engine: Promise<Engine> | undefined;

  /** @param rowsAtOnce rows of a file that are held at a time, about */
  constructor(rowsAtOnce = ROWS_AT_ONCE) {
    this.#rowsAtOnce = rowsAtOnce;
  }

  get isOpen(): boolean {
    return this.#engine !== undefined;
  }

  /** @throws ForfaitError ENGINE_MISSING */
  engine(): Promise<Engine> {
    return (this.#engine ??= openEngine());
  }

  async openTable(
    path: string,
    fields: ListFields,
    onRows?: (share: number) => void,
  ): Promise<InputList> {
    const { connection } = await this.engine();
    return openTyped(connection, path, fields, this.#rowsAtOnce, onRows);
  }

  async close(): Promise<void> {
    (await this.#engine?.catch(() => undefined))?.close();
  }
}

/** Shortens an error of DuckDB to its first line; other errors pass through. */
export function readable(error: unknown): unknown {
  const { message, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof ForfaitError || error instanceof Failure || syscall !== undefined)
    return error;
  const [first] = message.split("\n");
  return new Failure("ENGINE_ERROR", { fr: `DuckDB : ${first}`, en: `DuckDB: ${first}` });
}
