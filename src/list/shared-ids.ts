import type { Notice } from "../notice.ts";
import { quoted } from "../printable.ts";
import type { PatientList } from "./patient-list.ts";

/** One physician's list, in a batch whose ids name the same patient everywhere. */
export interface ListOfPhysician {
  readonly physicianId: string | null;
  readonly patients: PatientList;
}

/**
 * Patients who are on the lists of two physicians: a patient has one médecin traitant. Both are
 * told.
 * @returns warnings for each list, in the same order
 */
export function sharedPatients(lists: readonly ListOfPhysician[]): readonly (readonly Notice[])[] {
  const first = new Map<string, number>();
  const shared = lists.map((): Map<number, string[]> => new Map());
  lists.forEach(({ patients }, here) => {
    for (const id of patients.ids) {
      const there = id === null ? here : (first.get(id) ?? here);
      if (id !== null && there === here) first.set(id, here);
      if (id === null || there === here) continue;
      add(shared[here] as Map<number, string[]>, there, id);
      add(shared[there] as Map<number, string[]>, here, id);
    }
  });
  return shared.map((others) =>
    [...others].map(([other, ids]) => warning((lists[other] as ListOfPhysician).physicianId, ids)),
  );
}

function add(others: Map<number, string[]>, other: number, id: string): void {
  const ids = others.get(other);
  if (ids) ids.push(id);
  else others.set(other, [id]);
}

const SHOWN = 5;

function warning(physicianId: string | null, ids: readonly string[]): Notice {
  const some = ids.slice(0, SHOWN).map(quoted).join(", ");
  const more = ids.length > SHOWN ? ", …" : "";
  const other = quoted(String(physicianId));
  const [fr, en] = [
    "patient aussi sur la liste du médecin",
    "patient also on the list of physician",
  ];
  return {
    code: "shared-patient",
    path: "patients[].id",
    fr: `${fr} ${other}, payé deux fois ici : ${some}${more}`,
    en: `${en} ${other}, paid twice here: ${some}${more}`,
    ...(ids.length > 1 && { count: ids.length }),
  };
}
