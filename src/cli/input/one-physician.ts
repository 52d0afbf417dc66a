import { quoted } from "../../printable.ts";
import { fail } from "../report/failure.ts";
import type { BatchFromFiles } from "./batch.ts";

/**
 * What the files tell of one physician: their rows, and no row of another, refused or not.
 * @param id undefined for every physician
 * @throws Failure PHYSICIAN_UNKNOWN
 */
export function onlyPhysician(batch: BatchFromFiles, id: string | undefined): BatchFromFiles {
  if (id === undefined) return batch;
  const accounts = batch.accounts.filter(({ physician }) => physician.id === id);
  const refused = batch.refused.filter(
    ({ kind, id: own, physicianId }) =>
      (kind === "physician" ? own : physicianId) === id || kind === "practice",
  );
  if (accounts.length === 0 && refused.length === 0) failUnknown(batch, id);
  const { patients, physicians, previousPatients, ...others } = batch.rows;
  const isTheirs = ({ physicianId }: { readonly physicianId?: unknown }): boolean =>
    String(physicianId ?? "") === id;
  return {
    ...batch,
    accounts,
    refused,
    leftOut: batch.leftOut.filter(({ physicianId }) => physicianId === id),
    counts: accounts[0]?.counts ?? batch.counts,
    rows: {
      ...others,
      ...(patients && { patients: patients.filter(isTheirs) }),
      ...(physicians && { physicians: physicians.filter((one) => String(one.id) === id) }),
      ...(previousPatients && { previousPatients: previousPatients.filter(isTheirs) }),
    },
  };
}

const SHOWN = 5;

function failUnknown({ accounts }: BatchFromFiles, id: string): never {
  const ids = accounts.flatMap(({ physician }) => (physician.id === null ? [] : [physician.id]));
  const shown = ids.slice(0, SHOWN).map(quoted).join(", ") + (ids.length > SHOWN ? "…" : "");
  const [fr, en] =
    ids.length === 0
      ? [" : la liste n'en nomme aucun", ": the list names none"]
      : [` ; la liste nomme ${shown}`, `; the list names ${shown}`];
  return fail(
    "PHYSICIAN_UNKNOWN",
    `--médecin ${quoted(id)} : aucun médecin de ce nom${fr}`,
    `--physician ${quoted(id)}: no such physician${en}`,
  );
}
