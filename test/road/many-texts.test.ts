import { expect, test } from "vitest";
import { Texts, UNCLASSED } from "../../src/cli/input/texts.ts";
import { inMemory } from "./in-memory.ts";
import { outcomeOf } from "./outcome.ts";

/** Each of many days of birth with each of several answers: more texts together than are kept. */
function listOfDays(rows: number): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  const lines = Array.from({ length: rows }, (_, i) => {
    const day = `${1930 + (i % 89)}-${two(1 + (i % 12))}-${two(1 + (i % 28))}`;
    const c2s = i % 97 === 0 ? "?" : i % 2 === 0 ? "free" : "false";
    return `A${i % 3},p${i % 9_999},${i % 5 === 0},${day},${c2s},${i % 7 > 0}`;
  });
  return `${["physicianId,id,ald,birthDate,c2s,seen", ...lines].join("\n")}\n`;
}

test("columns that have too many texts together are read one by one, with the same result", async () => {
  const one = {
    schedule: "fr.fmt.2026",
    year: 2026,
    readings: {},
    patch: {},
    choices: {},
    physicians: undefined,
    text: listOfDays(9_000),
  };
  const io = inMemory({ list: one.text });
  const files = { list: "list", map: {}, physicians: undefined };
  const byRow = await outcomeOf(io, one, { ...files, keep: true });
  expect(await outcomeOf(io, one, files)).toEqual(byRow);
});

test("texts are told apart by all their bytes, and read once until there are too many", () => {
  const asked: string[] = [];
  const texts = new Texts((text) => (text === "?" ? UNCLASSED : asked.push(text) - 1), 600);
  const known = ["", "a", "ab", "abc", "abcd", "abcd\0", "\0abcd", "é", "?", "x".repeat(300)];
  const all = [...known, ...Array.from({ length: 700 }, (_, i) => `text ${i}`)];
  const classOf = (text: string): number => {
    const bytes = Buffer.from(`<${text}>`);
    return texts.classOf(bytes, 1, bytes.length - 1);
  };
  const classes = all.map(classOf);
  expect(new Set(classes).size).toBe(all.length);
  expect(classes[8]).toBe(UNCLASSED);
  const kept = [...all.slice(0, 9), ...all.slice(10, 600)];
  const before = asked.length;
  expect(kept.map(classOf)).toEqual([...classes.slice(0, 9), ...classes.slice(10, 600)]);
  expect(asked.length).toBe(before);
});
