import type { LocalizedText } from "./error.ts";
import type { NoticeCode } from "./notice-codes.ts";

export type { NoticeCode };

/** An assumption or a warning, for the reader of a statement. */
export interface Notice extends LocalizedText {
  readonly code: NoticeCode;
  /** Subject: `physician.zone`, `patients[3].birthDate`, `reads`. */
  readonly path: string;
  /** Number of rows concerned, if several; `path` is the first one. */
  readonly count?: number;
  /** Name of what it is about, where several of a kind are told together. */
  readonly about?: LocalizedText;
}

/** Collects notices and counts repeated ones. */
export class NoticeBook {
  /** Made for the first notice: most lists have none. */
  #notices: Map<string, { notice: Notice; count: number }> | undefined;

  add(notice: Notice): void {
    const key = `${notice.code} ${notice.fr}`;
    const all = (this.#notices ??= new Map());
    const known = all.get(key);
    if (known) known.count += 1;
    else all.set(key, { notice, count: 1 });
  }

  list(): Notice[] {
    if (!this.#notices) return [];
    return [...this.#notices.values()].map(({ notice, count }) =>
      count > 1 ? { ...notice, count } : notice,
    );
  }
}
