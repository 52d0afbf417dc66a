import * as z from "zod/mini";

export const euros = z.string().check(z.regex(/^-?\d+\.\d{2}$/));

export const amounts = z
  .record(z.string(), euros)
  .check(
    z.describe(
      "Euros by component, every component of the schedule, zeros included; in an instalment, those that are paid in it.",
    ),
  );

/** An amount on both sides of a change: `change` is `after` less `before`. */
export const change = z.strictObject({ before: euros, after: euros, change: euros });
