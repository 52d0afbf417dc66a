import type { Page } from "./page.ts";

const WIDTH = 100;

/** Plain text with aligned columns, for a fixed-width font. */
export function textOf(page: Page): string {
  const rows = page.lines.map(
    ({ label, calculation, amount, status, sources }) =>
      [
        label,
        calculation,
        amount,
        `${sources.map((n) => `[${n}]`).join("")} ${status}`.trim(),
      ] as const,
  );
  const widths = [0, 1, 2].map((i) =>
    Math.max(...[...rows, ["", "", page.total[1]]].map((row) => (row[i] as string).length)),
  );
  const [label = 0, calculation = 0, amount = 0] = widths;
  const line = ([a, b, c, d = ""]: readonly [string, string, string, string?]): string =>
    `  ${a.padEnd(label)}  ${b.padStart(calculation)}  ${c.padStart(amount)}  ${d}`.trimEnd();
  const dueWidth = Math.max(0, ...page.instalments.rows.map(([day]) => day.length));
  const paidWidth = Math.max(0, ...page.instalments.rows.map(([, paid]) => paid.length));
  return [
    ...(page.simulation === undefined ? [] : [...wrap(page.simulation, ""), ""]),
    page.title,
    page.subtitle,
    "",
    ...rows.map(line),
    `  ${"─".repeat(label + calculation + amount + 4)}`,
    line([page.total[0], "", page.total[1]]),
    "",
    page.instalments.title,
    ...page.instalments.rows.map(
      ([day, paid]) => `  ${day.padEnd(dueWidth)}  ${paid.padStart(paidWidth)}`,
    ),
    ...(page.sources.rows.length > 0 ? ["", page.sources.title] : []),
    ...page.sources.rows.flatMap(({ number, text, url }) => [
      ...wrap(text, `  [${number}] `),
      ...(url ? [`      ${url}`] : []),
    ]),
    ...page.notes.flatMap(({ title, items }) => [
      "",
      title,
      ...items.flatMap((item) => wrap(item, "  - ")),
    ]),
    "",
  ].join("\n");
}

/** Wraps text at spaces, with continuation lines indented under the first word. */
export function wrap(text: string, lead: string): string[] {
  const lines: string[] = [];
  let line = lead;
  for (const word of text.split(" ")) {
    const longer = line.trim() === lead.trim() ? `${line}${word}` : `${line} ${word}`;
    if (longer.length > WIDTH && line.length > lead.length) {
      lines.push(line);
      line = " ".repeat(lead.length) + word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
