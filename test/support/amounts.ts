/** Lines of an output in CSV without the assumptions, which end each of them; headers first. */
export const amountsOf = ({ out }: { readonly out: string }): readonly string[] =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => line.replace(/,[a-z -]*$/, ""));
