/** Codes that no vector has, and why: an implementation of the calculation alone does not produce them. */
export const OUT_OF_KIT: Readonly<Record<string, string>> = {
  ROW_RAGGED: "files of the command",
  ROW_TOTAL: "files of the command",
  ROW_HEADERS: "files of the command",
  PHYSICIAN_CONTRADICTED: "files of the command",
  ENGINE_MISSING: "the SQL engine",
  PATCH_NEEDS_LOADER: "the entry for small pages",
  SCHEDULE_NEEDS_LOADER: "the entry for small pages",
  SCHEDULE_TOO_LARGE: "a bound of this library",
  READINGS_TOO_MANY: "a list compared under several readings",
  COLUMN_INVALID: "lists in columns",
  REFERENCE_DAY_DIFFERS: "lists in columns",
  SEEN_WINDOW_DIFFERS: "lists in columns",
  BAND_INVALID: "lists as counts",
  BAND_STRADDLES: "lists as counts",
  MARGIN_CROSSED: "lists as counts",
  SCHEDULE_DIFFERS: "finished statements",
  STATEMENTS_UNLIKE: "finished statements",
  PHYSICIANS_TOO_FEW: "scenarios",
  PANEL_TOO_SMALL: "panels that are given away",
  CODE_INVALID: "tables of codes",
  CODE_UNKNOWN: "tables of codes",
  READING_UNANSWERED: "a list compared under several readings",
};

/** Codes of assumptions and warnings that no vector has. */
export const NOTICES_OUT_OF_KIT: readonly string[] = ["panel-moved"];
