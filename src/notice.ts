import type { LocalizedText } from "./error.ts";

/** Something that a reader of a statement must know: an assumption or a warning. */
export interface Notice extends LocalizedText {
  readonly code: string;
  /** What it is about: `physician.zone`, `patients[3].birthDate`, `reads`. */
  readonly path: string;
  /** How many times, when it is about rows; `path` is then the first. */
  readonly count?: number;
}

/** Gathers notices: the same one about many rows is kept once, counted. */
export class NoticeBook {
  readonly #notices = new Map<string, { notice: Notice; count: number }>();

  add(notice: Notice): void {
    const key = `${notice.code} ${notice.fr}`;
    const known = this.#notices.get(key);
    if (known) known.count += 1;
    else this.#notices.set(key, { notice, count: 1 });
  }

  list(): Notice[] {
    return [...this.#notices.values()].map(({ notice, count }) =>
      count > 1 ? { ...notice, count } : notice,
    );
  }
}
