/** An amount of a statement: that of a date, of a component, or of a component on a date. */
export interface Place {
  readonly due?: string;
  readonly component?: string;
}

/** The dates and the components of a statement. */
export interface Places {
  /** Of the schedule: a label of the FPMT is not of the FMT. */
  readonly name: string;
  readonly year: number;
  /** In order. */
  readonly dues: readonly string[];
  readonly components: readonly string[];
}
