/** The last item of a list. The library does without `at`, which engines of 2020 have not. */
export function last<Item>(items: readonly Item[]): Item | undefined {
  return items[items.length - 1];
}
