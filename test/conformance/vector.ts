import * as z from "zod/mini";
import { CALLS, CALL_NAMES } from "./calls/all.ts";
import { amounts, euros } from "./euros.ts";

/** A vector: what is asked, and what every implementation must answer. The JSON Schema of the kit is made from this. */

const text = z.string().check(z.minLength(1));
const json = z.unknown();
const refused = { code: text, path: text };

const options = z
  .strictObject({
    schedule: z.optional(
      z
        .union([z.string(), z.record(z.string(), json)])
        .check(
          z.describe(
            "An id, or a document: a schedule, or an amendment over one. Absent: the schedule in force in `year`.",
          ),
        ),
    ),
    year: z.optional(json),
    readings: z.optional(z.record(z.string(), z.string())),
    patch: z.optional(z.record(z.string(), json)),
    neverSeen: z.optional(
      json.check(
        z.describe("`empty`: a patient whose `lastSeen` is null or an empty text was never seen."),
      ),
    ),
    idsAreShared: z.optional(
      json.check(z.describe("`true`: an id names the same patient with every physician.")),
    ),
  })
  .check(
    z.describe(
      "What to compute by. `year` is a whole number, save where the vector is about refusing it.",
    ),
  );

const input = z
  .strictObject({
    physician: z.optional(json),
    physicians: z.optional(json),
    practice: z.optional(json),
    practices: z.optional(json),
    patients: z.optional(json),
    patient: z.optional(json),
    previousPatients: z.optional(json),
    patientId: z.optional(json),
    when: z.optional(json),
    change: z.optional(json),
    on: z.optional(json),
    received: z.optional(json),
    by: z.optional(json),
    before: z.optional(json),
    after: z.optional(json),
    paid: z.optional(json),
    official: z.optional(json),
    key: z.optional(json),
    asOf: z.optional(json),
    rates: z.optional(json),
    counts: z.optional(json),
    a: z.optional(json),
    b: z.optional(json),
    quantiles: z.optional(json),
    weights: z.optional(json),
    vary: z.optional(json),
    path: z.optional(json),
    target: z.optional(json),
    old: z.optional(json),
    new: z.optional(json),
  })
  .check(
    z.describe(
      "What is computed. Values may be of any type: some vectors are about refusing them.",
    ),
  );

const notices = z
  .record(z.string(), z.array(text))
  .check(
    z.describe(
      "Code to the paths that it is said of; orders are free. What is said of many rows is said once, of the first.",
    ),
  );

const lineBase = {
  component: text,
  rule: text.check(z.describe("The path of the value in the schedule, by which it is patched.")),
  amount: euros,
  status: z.enum(["official", "secondary", "assumed", "user"]),
  sources: z.array(z.string()).check(z.describe("Ids of the schedule's sources.")),
};

const line = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("amount"),
    ...lineBase,
    quantity: z.int(),
    unitAmount: euros,
  }),
  z.strictObject({
    kind: z.literal("rate"),
    ...lineBase,
    of: euros,
    rate: z
      .string()
      .check(
        z.regex(/^-?\d+(\.\d+)?%$|^-?\d+\/\d+$/),
        z.describe("Exact: a percentage that ends, or else a reduced fraction."),
      ),
  }),
]);

const leftOutReason = z.enum(["unborn", "dead", "not-yet-registered", "gone"]);

const counts = z
  .strictObject({
    read: z.int(),
    computed: z.int(),
    leftOut: z.int(),
    rejected: z.int(),
    reasons: z.strictObject({
      leftOut: z.partialRecord(leftOutReason, z.int()),
      rejected: z
        .record(z.string(), z.int())
        .check(z.describe("A row counts for each of its codes.")),
    }),
  })
  .check(
    z.describe(
      "What became of the physician's rows of `patients`. Absent: all of them are computed.",
    ),
  );

const statement = z
  .strictObject({
    schedule: z.strictObject({ id: text, version: text, year: z.int(), referenceDate: text }),
    simulation: z.optional(
      z
        .literal(true)
        .check(
          z.describe("Present if a patch, or an amendment of the user, changes values in use."),
        ),
    ),
    changes: z.optional(
      z
        .array(z.strictObject({ path: text, was: z.optional(json), now: json }))
        .check(
          z.describe(
            "Each value that differs from the schedule that was changed, under the same readings; null where there is none. Orders are free.",
          ),
        ),
    ),
    physicianId: z.nullable(z.string()),
    patients: z.int(),
    counts: z.optional(counts),
    lines: z.array(line),
    components: amounts,
    total: euros,
    instalments: z.array(z.strictObject({ due: text, amount: euros, components: amounts })),
    readings: z.record(z.string(), z.string()),
    assumptions: notices,
    warnings: notices,
  })
  .check(z.describe("A statement without its texts."));

const share = z.strictObject({
  index: z.int(),
  id: z.nullable(z.string()),
  components: amounts,
  total: euros,
});

const row = {
  index: z.int().check(z.describe("Place in the list that was given, from 0.")),
  id: z.optional(z.string()),
  physicianId: z.optional(z.string()),
};

const rejected = z.strictObject({
  kind: z.enum(["patient", "physician", "practice", "previousPatient"]),
  ...row,
  refusals: z.array(z.strictObject(refused)),
});

const leftOut = z.strictObject({
  kind: z.enum(["patient", "previousPatient"]),
  ...row,
  leftOut: leftOutReason,
});

const explained = z.strictObject({
  id: z.nullable(z.string()),
  lines: z.array(
    z.strictObject({ rule: text, amount: euros, status: text, sources: z.array(z.string()) }),
  ),
  total: euros,
});

const OF_STATEMENTS = Object.entries(CALLS);

const expected = z.union([
  z.strictObject({ error: z.strictObject(refused) }),
  z.strictObject({
    statement,
    shares: z.optional(
      z.array(share).check(z.describe("What each patient brings, in the order of the list.")),
    ),
  }),
  z.strictObject({
    statements: z.array(statement),
    leftOut: z.optional(
      z
        .array(leftOut)
        .check(z.describe("Rows that are not of the list on the day. Absent: there are none.")),
    ),
    rejected: z.array(rejected),
  }),
  z.strictObject({ explained }),
  z.strictObject({ schedule: text }),
  ...OF_STATEMENTS.map(([, { expected: shape }]) => shape),
]);

const call = z
  .enum(["physician", "patient", "batch", "explain", "in-force", ...CALL_NAMES])
  .check(
    z.describe(
      [
        "physician: a statement of one physician's list. patient: one patient without the list. batch: several physicians, nothing thrown for a row. explain: one patient's share, line by line. in-force: the schedule of a year or day.",
        ...OF_STATEMENTS.map(([name, { about }]) => `${name}: ${about}`),
      ].join(" "),
    ),
  );

export const vector = z.strictObject({
  id: text.check(z.describe("Stable, and unique in the kit.")),
  why: text.check(
    z.describe("What the vector is about. Arithmetic after the last colon is the total, by hand."),
  ),
  call,
  options,
  input,
  expected,
});

export type Vector = z.infer<typeof vector>;

/** A vector before it is answered. */
export interface Draft extends Omit<Vector, "expected" | "call"> {
  /** `physician`, unless told. */
  readonly call?: Vector["call"];
  /** Whether the shares of the patients are expected too. */
  readonly shares?: boolean;
}
