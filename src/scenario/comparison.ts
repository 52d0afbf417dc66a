import type { Euros } from "../schedule/language.ts";
import type { Status } from "../schedule/provenance.ts";
import type { Statement } from "../statement/statement.ts";
import type { ChangeParts } from "./change-parts.ts";
import type { MoveOfPhysicians } from "./move.ts";
import type { Static } from "./note.ts";

/** A group of physicians, by the value of each key. */
export interface ComparedGroup extends MoveOfPhysicians {
  readonly keys: Readonly<Record<string, string>>;
}

/** A value that differs, and how sure that of b is, or that of a where b has none. */
export interface ComparedParameter {
  readonly path: string;
  /** Null where a schedule has none. */
  readonly a: unknown;
  readonly b: unknown;
  readonly status?: Status;
}

/** Two schedules on the same panels, as plain data. */
export interface ComparisonData extends MoveOfPhysicians, Static {
  /** Both read the list on b's reference day. */
  readonly a: Statement["schedule"];
  readonly b: Statement["schedule"];
  readonly quantiles: readonly { readonly p: number; readonly change: Euros }[];
  readonly groups: readonly ComparedGroup[];
  readonly parameters: readonly ComparedParameter[];
  readonly parts: ChangeParts;
}
