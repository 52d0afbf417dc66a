import { expect, test } from "vitest";
import {
  computePatient,
  computePhysician,
  computePhysicians,
  computeShares,
  formatStatement,
  panelsFromColumns,
  computePanels,
  type Statement,
} from "../../src/index.ts";

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

test("neither JSON nor a comparison sees it", () => {
  const statement = computePhysician({ patients }, options);
  expect(JSON.parse(JSON.stringify(statement))).toEqual(statement);
});
