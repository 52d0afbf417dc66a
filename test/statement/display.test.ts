import { describe, expect, test } from "vitest";
import {
  compareSchedules,
  computePatient,
  computePhysician,
  computePhysicians,
  computeShares,
  displayIn,
  formatStatement,
  panelsFromColumns,
  computePanels,
  type Statement,
} from "../../src/index.ts";
import { refused, why } from "../support/refused.ts";

const options = { year: 2026 };
const patient = { age: 82, ald: true, c2s: false };
const patients = [{ physicianId: "1", ...patient }];
const columns = { age: new Uint8Array([82]), ald: new Uint8Array([1]), c2s: new Uint8Array([0]) };

const made: Readonly<Record<string, Statement>> = {
  computePhysician: computePhysician({ patients }, options),
  computePatient: computePatient({ patient }, options),
  computePhysicians: computePhysicians({ physicians: [{ id: "1" }], patients }, options)
    .statements[0] as Statement,
  computeShares: computeShares({ patients }, options).statement,
  statements: computePanels(panelsFromColumns(columns, options), options).statement(0),
};

test.each(Object.entries(made))("a notebook draws the statement of %s", (_name, statement) => {
  const draw = Reflect.get(statement, Symbol.for("Jupyter.display")) as () => unknown;
  expect(draw.call(statement)).toEqual({
    "text/html": formatStatement(statement, { as: "html" }),
    "text/markdown": formatStatement(statement, { as: "markdown" }),
    "text/plain": formatStatement(statement),
  });
});

describe("displayIn", () => {
  const draw = (result: object): unknown =>
    (Reflect.get(result, Symbol.for("Jupyter.display")) as () => unknown).call(result);

  test.each(["fr", "en"] as const)("draws a statement in the language chosen: %s", (locale) => {
    const statement = computePhysician({ patients }, options);
    const shown = displayIn(locale)(statement);
    expect(draw(shown)).toEqual({
      "text/html": formatStatement(statement, { locale, as: "html" }),
      "text/markdown": formatStatement(statement, { locale, as: "markdown" }),
      "text/plain": formatStatement(statement, { locale }),
    });
    expect(shown).toEqual(statement);
    expect(Object.isFrozen(shown)).toBe(true);
  });

  test("leaves the result that it is given as it was", () => {
    const statement = computePhysician({ patients }, options);
    displayIn("en")(statement);
    expect(draw(statement)).toMatchObject({ "text/plain": formatStatement(statement) });
  });

  test("draws totals in columns, with the names of components", () => {
    const totals = computePanels(panelsFromColumns(columns, options), options);
    const shown = displayIn("en")(totals) as typeof totals;
    // one patient of 82 years in ALD
    expect(draw(shown)).toMatchObject({
      "text/plain": expect.stringMatching(/Base amount +C2S supplement .*\n[^]*€100\.00/) as string,
      "text/markdown": expect.stringContaining("| Base amount |") as string,
    });
    expect(draw(totals)).toMatchObject({
      "text/plain": expect.stringMatching(/Socle +Majoration C2S /) as string,
    });
    expect([...shown.totalCents]).toEqual([10_000]);
    expect(shown.statement(0).total).toBe("100.00");
  });

  test("draws a comparison", () => {
    const b = { patch: { "c2s.amount": "15" } };
    const shown = displayIn("en")(
      compareSchedules(panelsFromColumns(columns, options), { ...options, b }),
    );
    expect(draw(shown)).toMatchObject({
      "text/plain": expect.stringContaining("Who gains") as string,
    });
    expect(shown.rows()).toHaveLength(6);
  });

  test("refuses another language", () => {
    expect(refused(() => displayIn("de" as never))).toMatchObject({
      code: "INPUT_INVALID",
      path: "locale",
    });
  });

  test.each([
    ["what draws nothing", {}, "{}"],
    ["nothing", null, "null"],
  ] as const)("refuses %s", (_, result, found) => {
    expect(refused(() => displayIn("en")(result as object))).toEqual(
      why(
        "INPUT_INVALID",
        "result",
        found,
        "un relevé, des totaux en colonnes ou un scénario : ce qui se dessine dans un carnet",
        "a statement, totals in columns or a scenario: what draws itself in a notebook",
      ),
    );
  });
});

test("neither JSON nor a comparison sees it", () => {
  const statement = computePhysician({ patients }, options);
  expect(JSON.parse(JSON.stringify(statement))).toEqual(statement);
});
