import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { computeWithDuckdb, type DuckdbResult } from "../../src/cli/duckdb/compute.ts";
import { nodeIo } from "../../src/cli/node-io.ts";
import { getSchedule } from "../../src/index.ts";
import { xlsx } from "../support/workbook.ts";

const folder = mkdtempSync(join(tmpdir(), "kinds-"));
afterAll(() => rmSync(folder, { recursive: true }));

function compute(list: string | Uint8Array): Promise<DuckdbResult> {
  const input = join(folder, "list.csv");
  writeFileSync(input, list);
  const schedule = getSchedule("fr.fmt.2026");
  return computeWithDuckdb({ io: nodeIo(), input, schedule, year: 2026 });
}

test.each([
  ["a title", "Titre;;;\n\nâge;ald;c2s;prévention\n82;oui;non;2\n", 1],
  ["the separator", "sep=;\nâge;ald;c2s;prévention\n82;oui;non;2\n", 0],
  ["bars", "âge|ald|c2s|prévention\n82|oui|non|2\n", 0],
  ["a title of a list with ids", "Titre;;;;\nid;âge;ald;c2s;prévention\n1;82;oui;non;2\n", 1],
])("the engine reads a file with %s as the rows do", async (_, list, notes) => {
  const result = await compute(list);
  expect(result.computed).toEqual({ patients: 1, physicians: 1, total: `${100 + 2 * 5}.00` });
  expect(result.notes).toHaveLength(notes);
});

test("the engine reads rows whose last empty cells lack, or are too many", async () => {
  for (const head of ["", "id;"]) {
    const list = `${head}âge;ald;c2s;prévention\n${head && "1;"}82;oui;non\n${head && "2;"}82;oui;non;;;\n`;
    expect((await compute(list)).computed).toMatchObject({ patients: 2, total: "200.00" });
  }
});

test.each(["médecin", "id", "nom"])(
  "the engine refuses totals under %s, and headers",
  async (name) => {
    for (const row of ["Total;1;0;0", "Sous-total;1;0;0", `${name};âge;ald;c2s`]) {
      const result = await compute(`${name};âge;ald;c2s\nA1;82;oui;non\n${row}\n`);
      expect(result.counts).toMatchObject({ read: 2, computed: 1, rejected: 1 });
      expect(result.computed).toBeUndefined();
    }
  },
);

test("the engine refuses the errors of a spreadsheet as identifiers", async () => {
  for (const row of ["#REF!;1;82;oui;non", "A;Err:502;82;oui;non"]) {
    const result = await compute(`médecin;id;âge;ald;c2s\n${row}\nB;2;82;oui;non\n`);
    expect(result.counts).toMatchObject({ computed: 1, rejected: 1 });
  }
});

test("the engine names what the rows read, and what nothing reads", async () => {
  await expect(compute(xlsx(""))).rejects.toMatchObject({ code: "ENGINE_FORMAT" });
  await expect(compute("%PDF-1.7")).rejects.toMatchObject({ code: "INPUT_KIND" });
});
