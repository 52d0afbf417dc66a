import { isAbsent } from "../list/patient.ts";
import { NEVER } from "./cells.ts";

/**
 * A patient whose last visit is never was not seen. Where the row also says that they were, the
 * word is left for the library to refuse.
 */
export function settleNever(row: Record<string, unknown>): void {
  if (row["lastSeen"] !== NEVER || !(isAbsent(row["seen"]) || row["seen"] === false)) return;
  row["seen"] = false;
  row["lastSeen"] = "";
}
