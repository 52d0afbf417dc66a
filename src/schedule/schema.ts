import * as z from "zod/mini";
import { C2S_KINDS, LAST_ALD, SECTORS, SEXES, ZONES } from "../facts.ts";
import { ACT_DAY, DECIMAL, EUROS, MONTHS, PERCENT } from "./formats.ts";

/**
 * The language as zod schemas: what `loadSchedule` checks first, and what the JSON Schemas are made
 * from. They are built at the first call: a process that loads no document of its own goes without.
 */
export function schemas(): Schemas {
  return (built ??= build());
}

type Schemas = ReturnType<typeof build>;

/**
 * Typed as `exactOptional`, so that types and schemas compare key by key; checked as `optional`,
 * which takes a sixth less of the time of a patch. Documents are copied without undefined values
 * before.
 */
const optional = z.optional as unknown as typeof z.exactOptional;

let built: Schemas | undefined;

function build() {
  const text = z.string().check(z.minLength(1));
  const id = z.string().check(z.regex(/^[A-Za-z0-9+-]*[A-Za-z+-][A-Za-z0-9+-]*$/, { error: "id" }));
  const scheduleId = z
    .string()
    .check(z.regex(/^[a-z]{2}(\.[a-z0-9-]+)+$/, { error: "scheduleId" }));
  const date = z
    .string({ error: "date" })
    .check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
  const euros = z.string({ error: "euros" }).check(z.regex(EUROS.pattern));
  const percent = z.string({ error: "percent" }).check(z.regex(PERCENT.pattern));
  const decimal = z.string({ error: "decimal" }).check(z.regex(DECIMAL.pattern));
  const range = z.string({ error: "range" }).check(z.regex(/^\d{1,4}(-\d{1,4}|\+)?$/));
  const referenceDay = z.string({ error: "referenceDay" }).check(z.regex(/^31\/12\/N(-\d)?$/));
  const zoneDay = z
    .string({ error: "zoneDay" })
    .check(z.regex(/^(31\/12|01\/01)\/N(-\d)?$/, { error: "zoneDay" }));
  const year = z.string().check(z.regex(/^\d{4}$/, { error: "year" }));
  const dueDate = z.string({ error: "dueDate" }).check(z.regex(/^((0[1-9]|1[0-2])\/)?N([+-]\d)?$/));

  const texts = { fr: text, en: text };
  const optionalTexts = { fr: optional(text), en: optional(text) };
  const remark = z.union([text, z.strictObject(texts)], { error: "remark" });
  const provenance = {
    source: optional(z.union([text, z.array(text).check(z.minLength(1))], { error: "source" })),
    assumed: optional(remark),
    user: optional(z.literal(true)),
  };

  const oneOrMore = <const Names extends readonly [string, ...string[]]>(names: Names) =>
    z.union([z.enum(names), z.array(z.enum(names)).check(z.minLength(1))], { error: names.join() });

  const declaredFact = z.strictObject({
    ...texts,
    ...provenance,
    of: z.enum(["physician", "practice"]),
    is: z.enum(["boolean", "number", "amount"]),
    ifMissing: optional(z.union([z.boolean(), decimal], { error: "ifMissing" })),
  });

  /** Facts that a document declares are checked with its other names. */
  const when = z.looseObject({
    age: optional(range),
    ald: optional(z.boolean()),
    c2s: optional(z.union([z.boolean(), z.enum(C2S_KINDS)], { error: "c2s" })),
    seen: optional(z.boolean()),
    zone: optional(oneOrMore(ZONES)),
    contract: optional(z.boolean()),
    installationYear: optional(range),
    physicianAge: optional(range),
    sector: optional(oneOrMore(SECTORS)),
    active: optional(z.boolean()),
  });

  const slabMeasure = z.strictObject({
    each: decimal,
    from: optional(decimal),
    over: optional(decimal),
  });
  const count = z.int({ error: "count" }).check(z.gte(0), z.lte(1_000_000));

  const actDay = z.string({ error: "actDay" }).check(z.regex(ACT_DAY.pattern));
  const way = z.strictObject({
    ...provenance,
    age: optional(range),
    on: optional(actDay),
    reaches: optional(z.string({ error: "months" }).check(z.regex(MONTHS.pattern))),
    sex: optional(z.enum(SEXES)),
    ald: optional(
      z.array(z.int({ error: "ald" }).check(z.gte(1), z.lte(LAST_ALD))).check(z.minLength(1)),
    ),
    condition: optional(text),
    acts: optional(z.record(text, z.int({ error: "acts" }).check(z.gte(1), z.lte(100)))),
    from: optional(actDay),
    to: optional(actDay),
  });
  const ways = z.record(id, way);
  const actKind = z.strictObject({
    ...texts,
    ...provenance,
    recorded: z.enum(["here", "elsewhere"]),
  });
  const patientCondition = z.strictObject({ ...texts, ...provenance, shownBy: optional(ways) });

  const amountCase = {
    ...provenance,
    when: optional(when),
    amount: optional(euros),
    atLeast: optional(euros),
    slabs: optional(z.record(id, slabMeasure)),
    most: optional(count),
    points: optional(count),
  };
  const pick = optional(z.enum(["exactly one", "at most one", "each"]));

  const amountComponent = z.strictObject({
    ...texts,
    ...amountCase,
    per: z.enum(["patient", "indicator", "slab", "point"]),
    pick,
    onlyWith: optional(text),
    paid: text,
    cases: optional(
      z.record(
        id,
        z.strictObject({
          ...optionalTexts,
          ...amountCase,
          eligible: optional(ways),
          validated: optional(ways),
        }),
      ),
    ),
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
    when: optional(when),
    rate: optional(z.union([percent, shareRate], { error: "rate" })),
  };

  const upliftComponent = z.strictObject({
    ...texts,
    ...upliftCase,
    paid: text,
    cases: optional(z.record(id, z.strictObject({ ...optionalTexts, ...upliftCase }))),
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
        dueIn: optional(z.record(year, z.array(dueDate).check(z.minLength(1)))),
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
    answers: optional(z.record(text, z.strictObject(texts))),
  });

  const source = z.strictObject({
    status: z.enum(["official", "secondary"]),
    checked: date,
    published: optional(text),
    title: text,
    url: optional(text),
  });

  const sources = z.record(text, source);
  const options = z.record(text, text);
  const paymentYear = z
    .int({ error: "paymentYear" })
    .check(z.minimum(1900, { error: "paymentYear" }), z.maximum(2999, { error: "paymentYear" }));
  const inForce = z.strictObject({ ...provenance, from: date, to: date });

  const schedule = z.strictObject({
    $schema: optional(text),
    ...texts,
    id: scheduleId,
    version: text,
    unit: text,
    text,
    inForce: optional(inForce),
    proposed: optional(date),
    amends: optional(scheduleId),
    reads: z.strictObject({
      ...provenance,
      on: referenceDay,
      seenWithin: optional(z.enum(["1 year", "2 years"])),
      installationYear: optional(z.enum(["reference-day", "civil"])),
      zoneOn: optional(zoneDay),
      preventionYear: optional(z.enum(["N", "N-1"])),
      lateVisit: optional(z.enum(["seen", "unseen"])),
      ifMissing: z.strictObject({
        seen: optional(z.boolean()),
        prevention: optional(z.literal("none")),
        zone: optional(z.enum(ZONES)),
        contract: optional(z.boolean()),
        installationYear: optional(z.union([z.int(), range], { error: "range" })),
        physicianAge: optional(z.union([z.int(), range], { error: "range" })),
        sector: optional(z.enum(SECTORS)),
        active: optional(z.boolean()),
      }),
    }),
    eligible: z.strictObject({
      ...provenance,
      when,
      partYear: z.enum(["none", "quarters", "days"]),
      activity: optional(z.enum(["reference-day", "year"])),
    }),
    paidTo: optional(z.literal("practice")),
    facts: optional(z.record(id, declaredFact)),
    acts: optional(z.record(id, actKind)),
    conditions: optional(z.record(id, patientCondition)),
    amounts: z.record(id, amountComponent),
    uplifts: optional(uplifts),
    payment: z.catchall(
      z.object({
        ...provenance,
        oddCents: z.enum(["last", "first"]),
        partsOf: optional(z.enum(["sum", "component"])),
      }),
      paymentPlan,
    ),
    readings: optional(z.record(id, reading)),
    sources,
    chosen: optional(options),
    patched: optional(z.array(patch)),
    starts: optional(z.strictObject({ from: paymentYear, readings: optional(options) })),
  });

  const amendment = z.strictObject({
    $schema: optional(text),
    ...optionalTexts,
    ...provenance,
    id: scheduleId,
    version: text,
    over: scheduleId,
    text: optional(text),
    inForce: optional(inForce),
    proposed: optional(date),
    from: optional(paymentYear),
    readings: optional(options),
    patch,
    sources: optional(sources),
  });

  return { schedule, amendment };
}
