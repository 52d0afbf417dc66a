import nursePremium from "../../src/schedule/be/nurse-premium-2024.json" with { type: "json" };
import donum2026 from "../../src/schedule/fr/donum-2026.json" with { type: "json" };
import fmt2026 from "../../src/schedule/fr/fmt-2026.json" with { type: "json" };
import fpmt2018 from "../../src/schedule/fr/fpmt-2018.json" with { type: "json" };
import fpmt2024 from "../../src/schedule/fr/fpmt-2024.json" with { type: "json" };
import {
  computePhysicians,
  getSchedule,
  listSchedules,
  loadSchedule,
  applyPatch,
  applyReadings,
  type SchedulePatch,
  type Readings,
  type Schedule,
} from "../../src/index.ts";
import { allFacts } from "../support/declared-facts.ts";
import { villageWith } from "../support/village.ts";
import { anyJson, anything, WORDS } from "./hostile.ts";
import type { Random } from "./random.ts";
import { attempt, expectThat } from "./verdict.ts";

const documents: readonly unknown[] = [
  villageWith(),
  villageWith(),
  villageWith(),
  fpmt2024,
  fpmt2018,
  fmt2026,
  donum2026,
  nursePremium,
];

type Node = Record<string, unknown>;

/** One case: a schedule's document or a patch, made wrong somewhere. */
export function fuzzSchedules(random: Random): void {
  const document = random.chance(0.1) ? anything(random) : mutated(random, random.one(documents));
  const json = random.chance(0.1) ? cut(random, attemptText(document)) : document;
  const loaded = attempt("loadSchedule", () => loadSchedule(json));
  if (loaded) checkComputes(loaded);

  const base = loaded ?? getSchedule(random.one(listSchedules()).id);
  const patch = random.chance(0.1) ? anything(random) : anyPatch(random, base);
  const patched = attempt("applyPatch", () => applyPatch(base, patch as SchedulePatch));
  if (patched) checkComputes(patched);
  attempt("applyPatch of anything", () =>
    applyPatch(anything(random) as Schedule, patch as SchedulePatch),
  );

  const readings = random.chance(0.3)
    ? anything(random)
    : Object.fromEntries(
        random.many(random.int(0, 3), () => [
          random.one([...Object.keys(base.readings ?? {}), ...WORDS]),
          anyJson(random, 1),
        ]),
      );
  const read = attempt("applyReadings", () => applyReadings(base, readings as Readings));
  if (read) checkComputes(read);
}

/** A document that loads can be applied. */
function checkComputes(schedule: Schedule): void {
  const patients = [
    { age: 82, ald: true, c2s: "free" as const, seen: true, prevention: [] },
    { age: 3, ald: false, c2s: false, seen: false },
  ];
  const physicians = [{ facts: { ...allFacts, nurseHours: 37.5 } }];
  const result = attempt("computePhysicians with a mutated schedule", () =>
    computePhysicians(
      { physicians, patients, previousPatients: patients },
      { schedule, year: 2026 },
    ),
  );
  if (!result) return;
  const computed = result.statements.reduce((sum, statement) => sum + statement.patients, 0);
  expectThat(
    computed + result.rejected.filter(({ kind }) => kind === "patient").length === 2,
    "a row was lost under a mutated schedule",
  );
}

function mutated(random: Random, document: unknown): unknown {
  const copy = structuredClone(document) as Node;
  for (let i = random.int(1, 3); i > 0; i -= 1) mutateOne(random, copy);
  if (random.chance(0.2)) copy[random.one(Object.keys(copy))] = anything(random);
  return copy;
}

function mutateOne(random: Random, root: Node): void {
  let node = root;
  for (;;) {
    const keys = Object.keys(node);
    if (keys.length === 0) return;
    const key = random.one(keys);
    const inner = node[key];
    if (typeof inner === "object" && inner !== null && random.chance(0.75)) {
      node = inner as Node;
      continue;
    }
    const harm = random.int(0, 4);
    if (harm === 0) delete node[key];
    else if (harm === 1 && !Array.isArray(node))
      Object.defineProperty(node, random.one([...WORDS, "when", "amount", "source", "cases"]), {
        value: inner,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    else if (harm === 2)
      node[key] = random.one([
        "0-6",
        "7+",
        "10%",
        "1.00",
        "31/12/N-1",
        "04/N",
        "N+1",
        "100000000",
        "0",
        "999%",
        "1-0",
        "0.0001",
        "29.5-30",
        "practice",
        "slab",
        "point",
        1_000_000,
        true,
        false,
      ]);
    else node[key] = anyJson(random);
    return;
  }
}

function anyPatch(random: Random, schedule: Schedule): Record<string, unknown> {
  const names = [
    "amounts",
    "uplifts",
    "payment",
    "reads",
    "eligible",
    "facts",
    "slabs",
    "patients",
    "each",
    "over",
    "most",
    "points",
    "onlyWith",
    "per",
    "pick",
    "readings",
    "text",
    "of",
    "cases",
    "when",
    "rate",
    "amount",
    "on",
    "source",
    ...WORDS,
  ];
  const path = (): string => {
    const component = random.one([
      ...Object.keys(schedule.amounts),
      ...Object.keys(schedule.uplifts?.cases ?? {}),
      ...Object.keys(schedule.facts ?? {}),
      ...names,
    ]);
    const found =
      schedule.amounts[component]?.cases ?? schedule.uplifts?.cases[component]?.cases ?? {};
    return [
      component,
      ...random.many(random.int(0, 3), () =>
        random.one([...Object.keys(found), ...Object.keys(schedule.facts ?? {}), ...names]),
      ),
    ].join(".");
  };
  return Object.fromEntries(
    random.many(random.int(1, 4), () => [
      path(),
      random.chance(0.2)
        ? anything(random)
        : random.chance(0.5)
          ? random.one(["10", "12.50", "10%", null, "31/12/N", 3, "60+", { each: "1", from: "2" }])
          : anyJson(random),
    ]),
  );
}

function attemptText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "undefined";
  } catch {
    return "{";
  }
}

function cut(random: Random, text: string): string {
  return random.chance(0.3) ? text.slice(0, random.int(0, text.length)) : text;
}
