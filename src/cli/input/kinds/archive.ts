import type { Entry, ZipFile } from "yauzl";
import { fromBufferPromise } from "yauzl";
import { fail } from "../../report/failure.ts";

/** Most bytes that the parts read of a workbook may unpack to, together. */
const MOST_UNPACKED = 200_000_000;

/** A zip file in memory, whose parts are unpacked while they are read. */
export class Archive {
  /** Bytes unpacked of each part; a part that is read again counts once. */
  readonly #unpacked = new Map<string, number>();

  private constructor(
    private readonly path: string,
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly most: number,
  ) {}

  /** @param most bytes that the parts may unpack to */
  static async open(path: string, bytes: Buffer, most = MOST_UNPACKED): Promise<Archive> {
    const zip = await fromBufferPromise(bytes);
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    return new Archive(path, zip, entries, most);
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** @throws Failure INPUT_TOO_LARGE past the limit; Error for a part that is missing or damaged */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new Error(`${name} is missing`);
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let size = 0;
    for await (const chunk of await this.zip.openReadStreamPromise(entry)) {
      size += (chunk as Buffer).length;
      this.#count(name, size);
      yield decoder.decode(chunk as Buffer, { stream: true });
    }
    yield decoder.decode();
  }

  /** A part in one text. */
  async whole(name: string): Promise<string> {
    let all = "";
    for await (const text of this.text(name)) all += text;
    return all;
  }

  #count(name: string, size: number): void {
    this.#unpacked.set(name, Math.max(size, this.#unpacked.get(name) ?? 0));
    const all = [...this.#unpacked.values()].reduce((sum, one) => sum + one, 0);
    if (all <= this.most) return;
    const megabytes = this.most / 1_000_000;
    fail(
      "INPUT_TOO_LARGE",
      `${this.path} : plus de ${megabytes} Mo une fois décompressé ; enregistrer en CSV UTF-8`,
      `${this.path}: more than ${megabytes} MB once unpacked; save it as CSV UTF-8`,
    );
  }
}
