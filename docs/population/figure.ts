import type { LocalizedText } from "../../src/index.ts";
import type { SOURCES } from "./sources.ts";

export type Unit = "patients" | "numbers" | "percent" | "years" | "euros";

/** A published figure beside what the run has. */
export interface Figure {
  readonly label: LocalizedText;
  readonly unit: Unit;
  readonly target: number;
  readonly reached: number;
  /** Most that the two may differ by, in the unit of the figure. */
  readonly tolerance: number;
  readonly source: SourceId;
}

/** A published amount to which nothing is calibrated. */
export interface Check {
  readonly label: LocalizedText;
  readonly unit: Unit;
  /** Lowest and highest, where a range is published. */
  readonly published: readonly [number, number];
  readonly reached: number;
}

export type SourceId = keyof typeof SOURCES;

/** A figure in percent. */
export function percent(
  fr: string,
  en: string,
  target: number,
  reached: number,
  tolerance: number,
  source: SourceId,
): Figure {
  return { label: { fr, en }, unit: "percent", target, reached, tolerance, source };
}
