import { OLDEST } from "../../facts.ts";
import { C2S_OF_UNKNOWN_KIND } from "../../list/cell.ts";
import type { Fields } from "../columns/fields.ts";
import { C2S_UNTOLD, FLAGS, NONE } from "../columns/whole.ts";
import { BLOCK, type Block } from "./block.ts";
import { asIs, ByteReader, type Scale } from "./byte-reader.ts";
import { MaskReader } from "./mask-reader.ts";
import { masksFor, type SwarMasks } from "./swar.ts";

const LARGEST = 2_147_483_647;

/** Reads the columns of a list block by block. */
export class BlockReader {
  readonly #fields: Fields;
  readonly #age: ByteReader;
  readonly #ald: ByteReader;
  readonly #c2s: ByteReader;
  readonly #seen: ByteReader;
  readonly #actions: ByteReader;
  readonly #masks: MaskReader | undefined;
  readonly #swar: SwarMasks;

  constructor(fields: Fields) {
    this.#fields = fields;
    this.#swar = masksFor(fields.limits);
    const {
      rows,
      age,
      birthYear,
      referenceYear,
      ald,
      c2s,
      seen,
      yearsSinceSeen,
      actions,
      mask,
      flags,
      indicators,
      limits,
    } = fields;
    const born: Scale = {
      times: -1,
      plus: referenceYear,
      last: OLDEST,
      most: OLDEST,
      truths: NONE,
    };
    const since: Scale = { times: 1, plus: 0, last: LARGEST, most: 2, truths: NONE };
    this.#age = age
      ? new ByteReader(age, asIs(OLDEST, NONE), rows)
      : new ByteReader(birthYear, born, rows);
    this.#ald = new ByteReader(ald, asIs(1, FLAGS), rows);
    this.#c2s = new ByteReader(c2s, asIs(C2S_OF_UNKNOWN_KIND, C2S_UNTOLD), rows);
    this.#seen = yearsSinceSeen
      ? new ByteReader(yearsSinceSeen, since, rows)
      : new ByteReader(seen, asIs(1, FLAGS), rows);
    this.#actions = new ByteReader(actions, asIs(limits.actions, NONE), rows);
    this.#masks =
      indicators.length > 0
        ? new MaskReader(mask ? [mask] : flags, indicators.length, mask !== undefined)
        : undefined;
  }

  /** The arrays of the block are reused by the next call. */
  read(from: number): Block {
    const { rows, limits } = this.#fields;
    const to = Math.min(rows, from + BLOCK);
    const actions = this.#actions.read(from, to);
    return {
      from,
      rows: to - from,
      age: this.#age.read(from, to),
      ald: this.#ald.read(from, to),
      c2s: this.#c2s.read(from, to),
      seen: this.#seen.read(from, to),
      actions,
      masks: this.#masks?.read(from, to, actions.each),
      limits,
      swar: this.#swar,
    };
  }
}
