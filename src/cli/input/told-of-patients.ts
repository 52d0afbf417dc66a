import type { LocalizedText } from "../../error.ts";
import { isAbsent, type Patient } from "../../list/patient.ts";
import { quoted } from "../../printable.ts";
import type { InputList } from "./input-list.ts";
import { fail } from "../report/failure.ts";

/** What a file tells of each patient of a list: by physician and id, or by id alone. */
export class ToldOfPatients<One> {
  readonly #all = new Map<string, One[]>();
  readonly #met = new Map<string, string>();
  readonly #path: string;
  readonly #idsAreShared: boolean;

  /** @param idsAreShared an id is of one patient, whoever's list they are on */
  constructor(path: string, idsAreShared: boolean) {
    this.#path = path;
    this.#idsAreShared = idsAreShared;
  }

  add(physicianId: unknown, id: unknown, one: One): void {
    const key = keyOf(physicianId, id);
    const others = this.#all.get(key);
    if (others) others.push(one);
    else this.#all.set(key, [one]);
  }

  /** @throws Failure for what names no physician, of an id that several have on their list */
  of({ physicianId, id }: Patient): readonly One[] {
    const own = keyOf(physicianId, id);
    const key = [own, keyOf(undefined, id)].find((one) => this.#all.has(one));
    if (key === undefined) return [];
    if ((this.#met.get(key) ?? own) !== own && !this.#idsAreShared) failShared(this.#path);
    this.#met.set(key, own);
    return this.#all.get(key) as One[];
  }

  /** How many are of nobody on the list. */
  get left(): number {
    return [...this.#all].reduce(
      (sum, [key, { length }]) => sum + (this.#met.has(key) ? 0 : length),
      0,
    );
  }
}

function failShared(path: string): never {
  return fail(
    "PHYSICIAN_MISSING",
    `${path} : des lignes sans médecin, d'un identifiant que plusieurs médecins ont dans leur ` +
      "liste ; ajouter la colonne médecin, ou --identifiants-communs si l'identifiant est " +
      "partout celui du même patient",
    `${path}: rows without a physician, of an id that several physicians have on their list; ` +
      "add the column physicianId, or --shared-ids if the id is of the same patient everywhere",
  );
}

function keyOf(physicianId: unknown, id: unknown): string {
  const text = (value: unknown): string => (isAbsent(value) ? "" : String(value));
  return JSON.stringify([text(physicianId), text(id)]);
}

/** Where a row stands. */
export interface RowPlace {
  readonly path: string;
  readonly line: number;
}

/** Header of a field, as the file writes it. */
export function columnOf({ header, keys }: InputList, field: string): string {
  const { fields = [], names = [] } = header ?? keys ?? {};
  return names[fields.indexOf(field)] ?? field;
}

/** @throws Failure for a row that names no patient */
export function checkId(id: unknown, place: RowPlace, list: InputList): void {
  const [fr, en] = ["l'identifiant du patient", "the patient's id"];
  if (isAbsent(id)) failRow("ID_INVALID", place, columnOf(list, "id"), id, { fr, en });
}

export function failRow(
  code: string,
  { path, line }: RowPlace,
  column: string,
  found: unknown,
  allowed: LocalizedText,
): never {
  const shown = isAbsent(found) ? "—" : quoted(String(found));
  return fail(
    code,
    `${path}, ligne ${line}, ${quoted(column)} : trouvé ${shown} ; attendu : ${allowed.fr}`,
    `${path}, line ${line}, ${quoted(column)}: found ${shown}; allowed: ${allowed.en}`,
  );
}
