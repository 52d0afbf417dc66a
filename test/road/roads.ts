import type { FileCase } from "../sql/files.ts";
import { physiciansCsv } from "../sql/compare-file.ts";
import { recordsOf } from "../support/records.ts";
import { inMemory } from "./in-memory.ts";
import { outcomeOf } from "./outcome.ts";

/** How the text of a list is written. */
export interface Written {
  /** One cell in so many that need no quotes has them; 0 for none. */
  readonly quotedEvery: number;
  readonly lineEnd: string;
  /** Whether the last line has no end. */
  readonly isCut: boolean;
  /** Bytes that are read at a time. */
  readonly chunk: number | undefined;
}

/** What each road reads of a list: row by row, by its bytes, and as objects. */
export interface Roads {
  readonly byRow: unknown;
  readonly byBytes: unknown;
  /** The same two without ids, of which `byRow` needs none. */
  readonly withoutIds: readonly [unknown, unknown];
  /** Undefined for a list with rows of another length, which objects have not. */
  readonly asObjects: readonly [unknown, unknown] | undefined;
}

export async function roadsOf(one: FileCase, written: Written): Promise<Roads> {
  const text = textOf(one.text, written);
  const cases = { list: text, physicians: physiciansCsv(one.physicians) };
  const files = { list: "list", physicians: one.physicians && "physicians", map: {} };
  const io = inMemory(cases, written.chunk);
  const byRow = await outcomeOf(io, one, { ...files, keep: true });
  const objects = await objectsOf(text);
  const inObjects =
    objects === undefined ? undefined : inMemory({ ...cases, list: objects }, written.chunk);
  return {
    byRow,
    byBytes: await outcomeOf(io, one, files),
    withoutIds: [
      without(IDS, byRow),
      without(IDS, await outcomeOf(io, one, { ...files, dropIds: true })),
    ],
    asObjects: inObjects && [
      listed(without(PLACES, byRow)),
      listed(without(PLACES, await outcomeOf(inObjects, one, files))),
    ],
  };
}

/** Ids and row numbers of who is computed. */
const IDS: ReadonlySet<string> = new Set(["ids", "rows"]);
/** What a file says of where a row stands, and how it is written there. */
const PLACES: ReadonlySet<string> = new Set(["file", "line", "raw", "message"]);

function without(keys: ReadonlySet<string>, outcome: unknown): unknown {
  return JSON.parse(JSON.stringify(outcome, (key, value) => (keys.has(key) ? undefined : value)));
}

/**
 * Without physicians of whom the list has no row, and without the columns of those of whom nobody
 * is on the list: objects say nothing of them.
 */
function listed(outcome: unknown): unknown {
  const { accounts, ...others } = outcome as {
    accounts?: { counts: { read: number; computed: number }; columns: unknown }[];
  };
  const told = accounts
    ?.filter(({ counts }) => counts.read > 0)
    .map(({ columns, ...one }) => (one.counts.computed > 0 ? { ...one, columns } : one));
  return { ...others, accounts: told };
}

function textOf(text: string, { quotedEvery, lineEnd, isCut }: Written): string {
  const lines = quoted(text, quotedEvery).replaceAll("\n", lineEnd);
  return isCut ? lines.slice(0, -lineEnd.length) : lines;
}

/** Quotes some cells that need none, as many programs do. */
function quoted(text: string, every: number): string {
  let count = 0;
  return text.replace(/(^|[,;\t])([^,;\t\n"]+)(?=[,;\t\n])/gm, (whole, before, cell) =>
    every > 0 && count++ % every === 0 ? `${before}"${cell}"` : whole,
  );
}

async function objectsOf(text: string): Promise<string | undefined> {
  const [header = [], ...rows] = (await recordsOf([text])).map(({ cells }) => cells);
  if (rows.some((cells) => cells.length !== header.length)) return undefined;
  return JSON.stringify(
    rows.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i]]))),
  );
}
