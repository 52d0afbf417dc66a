/**
 * Whether a file name has an Arrow extension: `.arrow`, `.feather` and `.ipc` are files, `.arrows`
 * is a stream.
 */
export function isArrow(path: string): boolean {
  return /\.(arrows?|feather|ipc)$/i.test(path);
}

/** Whether a file is a table of typed columns, by its name: Parquet or Arrow. */
export function isTyped(path: string): boolean {
  return /\.(parquet|pq)$/i.test(path) || isArrow(path);
}
