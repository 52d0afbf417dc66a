import * as z from "zod/mini";
import { titles, type ErrorCode } from "../error-codes.ts";
import { leftOutTitles, type LeftOutReason } from "../list/left-out.ts";
import { noticeTitles, type NoticeCode } from "../notice-codes.ts";

/** Zod schema of a statement, from which the shipped JSON Schema is generated. */

const text = z.strictObject({ fr: z.string(), en: z.string() });
const euros = z.string().check(z.regex(/^-?\d+\.\d{2}$/));
const amounts = z.record(z.string(), euros);
/** Whole, but of weighted counts. */
const count = z.number();
const notice = z.strictObject({
  fr: z.string(),
  en: z.string(),
  code: z.enum(Object.keys(noticeTitles) as NoticeCode[]),
  path: z.string(),
  count: z.exactOptional(z.int()),
  about: z.exactOptional(z.strictObject({ fr: z.string(), en: z.string() })),
});

const change = z.strictObject({
  path: z.string(),
  was: z.exactOptional(z.unknown()),
  now: z.unknown(),
  label: z.exactOptional(text),
  wasText: z.exactOptional(text),
  nowText: z.exactOptional(text),
});

const lineBase = {
  component: z.string(),
  rule: z.string(),
  label: text,
  amount: euros,
  status: z.enum(["official", "secondary", "assumed", "user"]),
  sources: z.array(z.string()),
  assumed: z.exactOptional(text),
};

const amountLine = z.strictObject({
  kind: z.literal("amount"),
  ...lineBase,
  quantity: count,
  unitAmount: euros,
});

const rateLine = z.strictObject({
  kind: z.literal("rate"),
  ...lineBase,
  rate: z.string().check(z.regex(/^-?\d+(\.\d+)?%$|^-?\d+\/\d+$/)),
  of: euros,
  counted: z.exactOptional(
    z.strictObject({ fr: z.string(), en: z.string(), patients: count, of: count }),
  ),
});

export const statement = z.strictObject({
  format: z.strictObject({
    name: z.literal("forfait-medecin-traitant/statement"),
    version: z.literal("2"),
  }),
  library: z.strictObject({
    name: z.literal("forfait-medecin-traitant"),
    version: z.string(),
  }),
  schedule: z.strictObject({
    id: z.string(),
    version: z.string(),
    digest: z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/)),
    fr: z.string(),
    en: z.string(),
    year: z.int(),
    referenceDate: z.string().check(z.regex(/^\d{4}-12-31$/)),
    patched: z.exactOptional(z.array(z.record(z.string(), z.unknown()))),
  }),
  simulation: z.exactOptional(z.literal(true)),
  changes: z.exactOptional(z.array(change)),
  physicianId: z.nullable(z.string()),
  patients: count,
  counts: z.strictObject({
    read: count,
    computed: count,
    leftOut: count,
    rejected: z.int(),
    reasons: z.strictObject({
      leftOut: z.partialRecord(z.enum(Object.keys(leftOutTitles) as LeftOutReason[]), count),
      rejected: z.partialRecord(z.enum(Object.keys(titles) as ErrorCode[]), z.int()),
    }),
  }),
  lines: z.array(z.discriminatedUnion("kind", [amountLine, rateLine])),
  components: amounts,
  total: euros,
  instalments: z.array(
    z.strictObject({
      due: z.string().check(z.regex(/^\d{4}(-\d{2})?$/)),
      amount: euros,
      components: amounts,
    }),
  ),
  readings: z.record(z.string(), z.string()),
  assumptions: z.array(notice),
  warnings: z.array(notice),
  sources: z.record(
    z.string(),
    z.strictObject({
      status: z.enum(["official", "secondary"]),
      checked: z.string(),
      published: z.exactOptional(z.string()),
      title: z.string(),
      url: z.exactOptional(z.string()),
    }),
  ),
});
