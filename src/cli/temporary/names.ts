/** Prefix of every temporary folder, followed by its process id and six random characters. */
export const PREFIX = "forfait-mt-";

/** Suffix of a folder that is being removed. */
export const REMOVED = "-removed";

/** Everything that a temporary folder may contain. */
export const ENTRIES = ["copy.csv", "result", "spill"] as const;

export type Entry = (typeof ENTRIES)[number];
