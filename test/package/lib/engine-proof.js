import assert from "node:assert/strict";
import { answersOf, checkAnswers } from "./golden.js";
import { vectorFiles, vectorsScript } from "./vectors.js";

/** A statement of two patients, and one of a thousand. */
const two = {
  physician: { zone: "ZIP", age: 70 },
  patients: [
    { age: 82, ald: true, c2s: true, prevention: ["flu", "covid"] },
    { age: 40, ald: false, c2s: false },
  ],
};
const thousand = { patients: Array.from({ length: 500 }, () => two.patients).flat() };
const totalOf = (input) =>
  `ForfaitMT.computePhysician(${JSON.stringify(input)}, { year: 2026 }).total`;

/** Base, uplifts of the base, C2S, two actions; then 500 times the same, without a physician. */
const totals = [
  (105 + 105 * (0.1 + 0.1) + 10 + 2 * 5).toFixed(2),
  (500 * (105 + 10 + 2 * 5)).toFixed(2),
];

/** Totals of three physicians whose panels end in a cycle of the caller, again and again. */
const droppedPanels = `
const physicianId = ["a", "b", "c"];
const columns = { physicianId, age: [40, 40, 40], ald: [false, false, false], c2s: [false, true, false] };
for (let i = 0; i < 100; i++) {
  const panels = ForfaitMT.panelsFromColumns(columns, { year: 2026 });
  var totals = [...ForfaitMT.computePanels(panels, { year: 2026 }).totalCents];
  const session = { panels };
  session.self = session;
}
String(totals)`;

/**
 * Proves the global file in an engine: golden answers, then one vector in so many of the kit. `evaluate` runs codes in one
 * context and gives `{ ms, value }` for each. Returns what it took.
 */
export async function proveEngine(evaluate, globalFile, kit, oneIn) {
  const files = vectorFiles(kit, oneIn);
  const [loaded, first, ...rest] = await evaluate([
    globalFile,
    totalOf(two),
    ...Array.from({ length: 20 }, () => totalOf(thousand)),
    await vectorsScript(),
    answersOf("ForfaitMT"),
    droppedPanels,
    ...files.map((text) => `Vectors.failures(${JSON.stringify(text)})`),
  ]);
  const [many, [, answers, dropped, ...failures]] = [rest.slice(0, 20), rest.slice(20)];
  assert.deepEqual(
    [first.value, ...many.map(({ value }) => value)],
    [totals[0], ...many.map(() => totals[1])],
  );
  checkAnswers(answers.value);
  assert.equal(dropped.value, "500,1500,500");
  assert.deepEqual(
    failures.flatMap(({ value }) => JSON.parse(value)),
    [],
  );
  const vectors = files.reduce((sum, text) => sum + text.split("\n").length, 0);
  const last = many.slice(-5).map(({ ms }) => ms);
  return `${vectors} vectors; load ${loaded.ms} ms, first answer ${first.ms} ms, 1,000 patients ${many[0].ms} ms, then ${Math.min(...last)} to ${Math.max(...last)} ms of processor`;
}
