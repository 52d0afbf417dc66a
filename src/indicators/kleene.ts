/** What is known of a fact. */
export type Known = "yes" | "no" | "unknown";

/** Whether both hold: no if either is known not to, whatever the other. */
export function both(a: Known, b: Known): Known {
  if (a === "no" || b === "no") return "no";
  return a === "yes" && b === "yes" ? "yes" : "unknown";
}

/** Yes if all of a range meets a test, no if none of it does. */
export function ofRange(isIn: boolean, isOut: boolean): Known {
  return isIn ? "yes" : isOut ? "no" : "unknown";
}
