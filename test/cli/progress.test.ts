import { describe, expect, test } from "vitest";
import { call } from "../support/io.ts";

const list = `age,ald,c2s\n${"40,non,non\n".repeat(2000)}`;
const line = "compute list --year 2024 --format csv";

describe("progress", () => {
  test("is shown on a terminal, with the time left, and wiped at the end", async () => {
    const { err, code } = await call(line, { list }, { isTerminal: true, chunk: 1000 });
    expect(code).toBe(0);
    const shares = [...err.matchAll(/\r(\d+) %, encore (\d+) s/g)].map(
      ([, share, left]) => [Number(share), Number(left)] as const,
    );
    expect(shares.length).toBeGreaterThan(5);
    expect(shares.map(([share]) => share)).toEqual(
      shares.map(([share]) => share).sort((a, b) => a - b),
    );
    expect(shares.every(([share, left]) => share <= 100 && left >= 0)).toBe(true);
    expect(err.endsWith("\r\u001b[K")).toBe(true);
  });

  test("in English", async () =>
    expect(
      (await call(`${line} --locale en`, { list }, { isTerminal: true, chunk: 1000 })).err,
    ).toMatch(/\r\d+ %, \d+ s left/));

  test("counts the list of the year before", async () => {
    const { err } = await call(
      `${line} --previous before`,
      { list, before: list },
      { isTerminal: true, chunk: 1000 },
    );
    const shares = [...err.matchAll(/\r(\d+) %/g)].map(([, share]) => Number(share));
    expect(Math.max(...shares)).toBeLessThanOrEqual(100);
    expect(shares.filter((share) => share > 50).length).toBeGreaterThan(5);
  });

  test("is wiped before a failure is told", async () => {
    const { err, code } = await call(line, { list: `${list}"` }, { isTerminal: true, chunk: 1000 });
    expect(code).toBe(2);
    expect(err).toContain("\r\u001b[Kforfait-mt: list : un guillemet ouvert");
  });

  test("is never shown in a pipe", async () =>
    expect((await call(line, { list }, { chunk: 1000 })).err).toBe(""));
  test("is not shown of standard input, whose length is unknown", async () =>
    expect(
      (await call(line.replace("list", "-"), { "-": list }, { isTerminal: true, chunk: 1000 })).err,
    ).toBe(""));
});
