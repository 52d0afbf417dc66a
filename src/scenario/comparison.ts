import type { LocalizedText } from "../error.ts";
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
  /** What it is called, for a reader: `Socle, 80 ans et plus`. Absent of what has no name. */
  readonly label?: LocalizedText;
  /** The values for a reader: `60,50 €`. */
  readonly aText?: LocalizedText;
  readonly bText?: LocalizedText;
}

/** Two schedules on the same panels, as plain data. */
export interface ComparisonData extends MoveOfPhysicians, Static {
  /** Both read the list on b's reference day. */
  readonly a: Statement["schedule"];
  readonly b: Statement["schedule"];
  /** What each component is called, by id. */
  readonly labels: Readonly<Record<string, LocalizedText>>;
  readonly quantiles: readonly { readonly p: number; readonly change: Euros }[];
  readonly groups: readonly ComparedGroup[];
  readonly parameters: readonly ComparedParameter[];
  readonly parts: ChangeParts;
}
