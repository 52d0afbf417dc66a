import { expect, test } from "vitest";
import { call } from "../support/io.ts";

const rows = ["A", "B", "C", "D", "E"].flatMap((name) => [
  `${name};${name}1;03/05/1946;non;non`,
  `${name};${name}2;03/05/1946;non;non`,
]);
const l = `médecin;patient;naissance;ALD;C2S\n${rows.join("\n")}\n`;
const a = "médecin;patient;acte;date\nA;A1;flu-vaccine;20/10/2026\n";
const asked = "dashboard l --acts a --as-of 2026-11-15";

test("is a table, JSON, Markdown and a page of one physician", async () => {
  const text = await call("tableau-de-bord l --actes a --au 15/11/2026 --médecin A", { l, a });
  expect(text.code).toBe(0);
  expect(text.out).toContain("l'ensemble des 5 médecins");
  const json = await call(`${asked} --physician A --format json`, { l, a });
  // one of two, and of ten
  expect(JSON.parse(json.out).indicators[0]).toMatchObject({ rate: 0.5, rateOfAll: 0.1 });
  const page = await call(`${asked} --physician A --format html --locale en --out o`, { l, a });
  expect(page.files.get("o")).toMatch(/^<!doctype html>[\s\S]*Care consumption is not computed/i);
  const markdown = await call(`${asked} --physician A --format markdown`, { l, a });
  expect(markdown.out).toContain("| Patient |");
});

test("of one patient", async () => {
  const { code, out } = await call(`${asked} --physician A --patient A2`, { l, a });
  expect(code).toBe(0);
  expect(out).toContain("Patient A2");
  expect(out).not.toMatch(/\bA1\b/);
});

test("leaves refused rows out only where the user says so", async () => {
  const bad = { l: `${l}A;A3;03/05/1946;peut-être;non\n`, a };
  expect(await call(`${asked} --physician A`, bad)).toMatchObject({ code: 1, out: "" });
  const { code, out } = await call(`${asked} --physician A --skip-invalid`, bad);
  expect([code, out.includes("A2")]).toEqual([1, true]);
});

test.each([
  [asked, "5 médecins dans la liste"],
  [`${asked} --physician Z`, "PHYSICIAN_UNKNOWN"],
  [`${asked} --physician A --patient B1`, "PATIENT_UNKNOWN"],
  ["dashboard l --acts a --physician A", "--au manque"],
  [`${asked} --physician A --with-amounts`, "ne prend pas"],
])("%s is refused", async (line, reason) => {
  const called = await call(line, { l, a });
  expect(called).toMatchObject({ code: 2, out: "" });
  expect(called.err).toContain(reason);
});
