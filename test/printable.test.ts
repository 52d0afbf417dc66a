import { describe, expect, test } from "vitest";
import { printable, printableJson, printableLines, quoted } from "../src/printable.ts";
import { HOSTILE, UNSEEN } from "./support/hostile-text.ts";

describe("a printable text", () => {
  test("shows a control character as a space, and what is not seen by its escape", () => {
    expect(printable("a\u001b[2Jb\r\nc\td")).toBe("a [2Jb c d");
    expect(printable("\u202e55.00\u202c")).toBe("\\u202e55.00\\u202c");
    expect(printable("no\u200bbody\u{e0041}")).toBe("no\\u200bbody\\udb40\\udc41");
  });

  test("is as it was if it can be seen, in every writing", () => {
    for (const seen of ["Élisabeth Œ — « 1 234,50 € » ≈ → ─", "山田 Ωμέγα Жук", "😀 ✓ ½"])
      expect(printable(seen)).toBe(seen);
  });

  test("holds no character of Unicode that is not seen", () => {
    const passed: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      const text = String.fromCodePoint(code);
      if (UNSEEN.test(printable(`a${text}b`)) || printable(text).includes("\n")) passed.push(text);
    }
    expect(passed).toEqual([]);
  });

  test("keeps its lines if it has some", () =>
    expect(printableLines("a\u001b\nb\r\n")).toBe("a \nb \n"));
});

test("JSON is printable, and the same once it is read", () => {
  const value = { [HOSTILE]: [HOSTILE, "é", 1] };
  const json = printableJson(value);
  expect(json).not.toMatch(UNSEEN);
  expect(JSON.parse(json)).toEqual(value);
  expect(printableJson({ a: 1 }, 2)).toBe('{\n  "a": 1\n}');
});

describe("a quotation", () => {
  test("has at most 80 characters, of both ends", () => {
    expect(quoted("x".repeat(80))).toBe("x".repeat(80));
    const long = quoted(`begin${"x".repeat(10_000_000)}end`);
    expect(long).toMatch(/^beginx+…x+end$/);
    expect(long).toHaveLength(80);
  });

  test("counts what an escape takes", () => {
    const long = quoted("\u200b".repeat(100));
    expect(long).toHaveLength(80);
    expect(long).not.toMatch(UNSEEN);
  });
});
