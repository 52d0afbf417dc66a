import type { LocalizedText } from "../error.ts";
import type { Attribution } from "./provenance.ts";

/** A value of a schedule as text, with its status and sources. */
export interface ValueEntry extends Attribution {
  /** Patch path. */
  readonly path: string;
  readonly label: LocalizedText;
  readonly value: LocalizedText;
}
