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
    const all = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code)).join(" ");
    const shown = printable(all);
    expect(UNSEEN.exec(shown)).toBeNull();
    expect(shown).not.toContain("\n");
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
