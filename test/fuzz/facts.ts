import type { ComputeOptions } from "../../src/index.ts";
import { allFacts, smallSlabs } from "../support/declared-facts.ts";
import { anyJson, anything, fickle, hostileProxy, throwing } from "./hostile.ts";
import type { Random } from "./random.ts";

/** Schedules that ask facts of their own, with slabs that short lists reach. */
export function askingFacts(random: Random): ComputeOptions {
  if (random.chance(0.5))
    return {
      schedule: "fr.donum.2026",
      year: 2026,
      ...(random.chance(0.3) && { readings: { rates: "mean" } }),
    };
  return {
    schedule: "be.nurse-premium.2024",
    year: 2024,
    patch: random.one([
      smallSlabs,
      { "nurse.slabs": { patients: { each: "1" }, nurseHours: { each: "0.0001" } } },
      { "nurse.slabs": { patients: { each: "1" } }, "nurse.most": null },
      { "nurse.slabs": { nurseHours: { each: "0.0001" } }, "nurse.most": 1_000_000 },
    ]),
  };
}

/** Facts of a physician or a practice: all there are, or some of them, some made worse. */
export function factsOf(random: Random): unknown {
  const facts: Record<string, unknown> = { ...allFacts, nurseHours: random.one([0, 4.5, "37.25"]) };
  if (random.chance(0.5)) return facts;
  const told = Object.fromEntries(Object.entries(facts).filter(() => random.chance(0.8)));
  const ids = Object.keys(facts);
  const harm = random.int(0, 7);
  if (harm === 0) return random.chance(0.5) ? anyJson(random) : anything(random);
  if (harm === 1) return fickle(random, told);
  if (harm === 2) return hostileProxy(random, told);
  if (harm === 3) return throwing(random.one([...ids, "other"]));
  if (harm <= 5) return { ...told, [random.one(ids)]: oddValue(random) };
  return told;
}

function oddValue(random: Random): unknown {
  return random.one([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    -1,
    0.1 + 0.2,
    1e-7,
    1e9,
    "1e400",
    "1e2",
    "",
    " ",
    "0x10",
    "00012.5000",
    "999999999.9999",
    10n,
    true,
    false,
    "true",
    [60],
    ["60", "60"],
    {},
    Symbol("60"),
    new Number(60),
    anything(random),
  ]);
}

/** The row of a practice, before it is made worse. */
export function practiceOf(random: Random): Record<string, unknown> {
  return {
    ...(random.chance(0.8) && { id: practiceId(random) }),
    ...(random.chance(0.8) && { facts: factsOf(random) }),
  };
}

export function practiceId(random: Random): unknown {
  return random.one(["p", "q", "__proto__", 7, "7"]);
}
