import * as z from "zod/mini";
import { C2S_KINDS, SECTORS, ZONES } from "../facts.ts";

/** The language as a zod schema: what `loadSchedule` checks first, and what the JSON Schema is made from. */

const text = z.string().check(z.minLength(1));
const id = z.string().check(z.regex(/^[A-Za-z0-9+-]*[A-Za-z+-][A-Za-z0-9+-]*$/));
const scheduleId = z.string().check(z.regex(/^[a-z]{2}(\.[a-z0-9-]+)+$/, { error: "scheduleId" }));
const date = z
  .string({ error: "date" })
  .check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
const euros = z.string({ error: "euros" }).check(z.regex(/^\d{1,9}(\.\d{1,2})?$/));
const percent = z.string({ error: "percent" }).check(z.regex(/^\d{1,4}(\.\d{1,6})?%$/));
const range = z.string({ error: "range" }).check(z.regex(/^\d{1,4}(-\d{1,4}|\+)?$/));
const referenceDay = z.string({ error: "referenceDay" }).check(z.regex(/^31\/12\/N(-\d)?$/));
const dueDate = z.string({ error: "dueDate" }).check(z.regex(/^((0[1-9]|1[0-2])\/)?N([+-]\d)?$/));

const texts = { fr: text, en: text };
const optionalTexts = { fr: z.exactOptional(text), en: z.exactOptional(text) };
const remark = z.union([text, z.strictObject(texts)], { error: "remark" });
const provenance = {
  source: z.exactOptional(
    z.union([text, z.array(text).check(z.minLength(1))], { error: "source" }),
  ),
  assumed: z.exactOptional(remark),
  user: z.exactOptional(z.literal(true)),
};

const oneOrMore = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.union([z.enum(names), z.array(z.enum(names)).check(z.minLength(1))], { error: names.join() });

const when = z.strictObject({
  age: z.exactOptional(range),
  ald: z.exactOptional(z.boolean()),
  c2s: z.exactOptional(z.union([z.boolean(), z.enum(C2S_KINDS)], { error: "c2s" })),
  seen: z.exactOptional(z.boolean()),
  zone: z.exactOptional(oneOrMore(ZONES)),
  contract: z.exactOptional(z.boolean()),
  installationYear: z.exactOptional(range),
  physicianAge: z.exactOptional(range),
  sector: z.exactOptional(oneOrMore(SECTORS)),
  active: z.exactOptional(z.boolean()),
});

const amountCase = {
  ...provenance,
  when: z.exactOptional(when),
  amount: z.exactOptional(euros),
  atLeast: z.exactOptional(euros),
};
const pick = z.exactOptional(z.enum(["exactly one", "at most one", "each"]));

const amountComponent = z.strictObject({
  ...texts,
  ...amountCase,
  per: z.enum(["patient", "indicator"]),
  pick,
  paid: text,
  cases: z.exactOptional(z.record(id, z.strictObject({ ...optionalTexts, ...amountCase }))),
});

const shareRate = z.strictObject({
  share: when,
  above: percent,
  slope: percent,
  cap: percent,
  capOn: z.enum(["share", "rate"]),
});
const upliftCase = {
  ...provenance,
  when: z.exactOptional(when),
  rate: z.exactOptional(z.union([percent, shareRate], { error: "rate" })),
};

const upliftComponent = z.strictObject({
  ...texts,
  ...upliftCase,
  paid: text,
  cases: z.exactOptional(z.record(id, z.strictObject({ ...optionalTexts, ...upliftCase }))),
});

const uplifts = z.strictObject({
  ...provenance,
  of: z.array(text).check(z.minLength(1)),
  together: z.enum(["added", "highest"]),
  cases: z.record(id, upliftComponent),
});

const paymentPlan = z.union(
  [
    z.strictObject({ ...provenance, equal: z.array(dueDate).check(z.minLength(1)) }),
    z.strictObject({
      ...provenance,
      advance: percent,
      due: z.array(dueDate).check(z.minLength(1)),
      on: referenceDay,
      balance: dueDate,
    }),
  ],
  { error: "payment" },
);

const patch = z.record(z.string(), z.unknown());

const reading = z.strictObject({
  ...texts,
  default: text,
  because: remark,
  or: z.record(text, patch),
  answers: z.exactOptional(z.record(text, z.strictObject(texts))),
});

const source = z.strictObject({
  status: z.enum(["official", "secondary"]),
  checked: date,
  published: z.exactOptional(text),
  title: text,
  url: z.exactOptional(text),
});

const sources = z.record(text, source);
const inForce = z.strictObject({ ...provenance, from: date, to: date });

export const schedule = z.strictObject({
  $schema: z.exactOptional(text),
  ...texts,
  id: scheduleId,
  version: text,
  unit: text,
  text,
  inForce: z.exactOptional(inForce),
  proposed: z.exactOptional(date),
  amends: z.exactOptional(scheduleId),
  reads: z.strictObject({
    ...provenance,
    on: referenceDay,
    seenWithin: z.exactOptional(z.enum(["1 year", "2 years"])),
    installationYear: z.exactOptional(z.enum(["reference-day", "civil"])),
    ifMissing: z.strictObject({
      seen: z.exactOptional(z.boolean()),
      prevention: z.exactOptional(z.literal("none")),
      zone: z.exactOptional(z.enum(ZONES)),
      contract: z.exactOptional(z.boolean()),
      installationYear: z.exactOptional(z.union([z.int(), range], { error: "range" })),
      physicianAge: z.exactOptional(z.union([z.int(), range], { error: "range" })),
      sector: z.exactOptional(z.enum(SECTORS)),
      active: z.exactOptional(z.boolean()),
    }),
  }),
  eligible: z.strictObject({ ...provenance, when, partYear: z.enum(["none", "quarters", "days"]) }),
  amounts: z.record(id, amountComponent),
  uplifts: z.exactOptional(uplifts),
  payment: z.catchall(
    z.object({ ...provenance, oddCents: z.enum(["last", "first"]) }),
    paymentPlan,
  ),
  readings: z.exactOptional(z.record(id, reading)),
  sources,
  chosen: z.exactOptional(z.record(text, text)),
  patched: z.exactOptional(z.array(patch)),
});

export const amendment = z.strictObject({
  $schema: z.exactOptional(text),
  ...optionalTexts,
  ...provenance,
  id: scheduleId,
  version: text,
  over: scheduleId,
  text: z.exactOptional(text),
  inForce: z.exactOptional(inForce),
  proposed: z.exactOptional(date),
  patch,
  sources: z.exactOptional(sources),
});
