import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addAmounts,
  compareStatements,
  computePhysician,
  computePhysicians,
  instalmentsOn,
  replayStatement,
  sumStatements,
  type Patient,
} from "../../src/index.ts";
import { runs } from "../support/runs.ts";
import { cents, forAll, input, list, options, physician, sum } from "./arbitrary.ts";

/** Laws of what is made of finished statements. */

test("the changes of lines, components and instalments sum to that of the total, on any two schedules", () => {
  fc.assert(
    fc.property(input, options, input, options, (one, by, other, otherBy) => {
      const [a, b] = [computePhysician(one, by), computePhysician(other, otherBy)];
      const { lines, components, instalments, total } = compareStatements(a, b);
      const change = cents(b.total) - cents(a.total);
      expect([total.before, total.after, cents(total.change)]).toEqual([a.total, b.total, change]);
      expect(lines.filter(({ beforeLine }) => beforeLine)).toHaveLength(a.lines.length);
      expect(lines.filter(({ afterLine }) => afterLine)).toHaveLength(b.lines.length);
      for (const all of [lines, Object.values(components), instalments]) {
        expect(sum(all.map((part) => part?.before ?? ""))).toBe(cents(a.total));
        expect(sum(all.map((part) => part?.change ?? ""))).toBe(change);
      }
    }),
    runs(600),
  );
});

test("a statement differs from itself by nothing", () => {
  forAll((statement) => {
    const { lines, differences, total } = compareStatements(statement, statement);
    expect(differences).toEqual([]);
    expect(
      [...lines.map(({ change }) => change), total.change].every((one) => one === "0.00"),
    ).toBe(true);
  });
});

test("due and to come sum to the total, and what is due only grows where nothing is taken back", () => {
  const day = fc.date({
    min: new Date("2018-01-01"),
    max: new Date("2032-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(input, options, day, (given, by, date) => {
      const statement = computePhysician(given, by);
      const { due, toCome } = instalmentsOn(statement, date.toISOString().slice(0, 10));
      expect(addAmounts([due, toCome])).toBe(statement.total);
      expect(instalmentsOn(statement, "1999-12-31").due).toBe("0.00");
      expect(instalmentsOn(statement, "2999-12-31").due).toBe(statement.total);
    }),
    runs(600),
  );
});

test("groups sum to the total, and the sum is that of the statements, part by part", () => {
  const lists = fc.array(fc.tuple(physician, list, fc.constantFrom("x", "y", "z")), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(lists, options, (all, by) => {
      const patients = all.flatMap(([, rows], i) =>
        rows.map((row): Patient => ({ ...row, physicianId: `${i}` })),
      );
      const physicians = all.map(([one], i) => ({ ...one, id: `${i}` }));
      const { statements } = computePhysicians({ physicians, patients }, by);
      const whole = sumStatements(statements, {
        by: Object.fromEntries(all.map(([, , group], i) => [`${i}`, group])),
      });
      const totals = statements.map(({ total }) => total);
      expect(whole.total).toBe(addAmounts(totals));
      expect(addAmounts(whole.groups.map(({ total }) => total))).toBe(whole.total);
      for (const one of [whole, ...whole.groups]) {
        expect(addAmounts(one.lines.map(({ amount }) => amount))).toBe(one.total);
        expect(addAmounts(Object.values(one.components) as string[])).toBe(one.total);
        expect(addAmounts(one.instalments.map(({ amount }) => amount))).toBe(one.total);
        for (const line of one.lines)
          if (line.kind === "amount")
            expect(line.quantity * cents(line.unitAmount)).toBe(cents(line.amount));
      }
      expect(whole.groups.flatMap((group) => group.statements)).toHaveLength(statements.length);
    }),
    runs(400),
  );
});

test("a stored statement is replayed to the same bytes", () => {
  forAll((statement, given, by) => {
    const stored = JSON.parse(JSON.stringify(statement)) as typeof statement;
    const { statement: again, same } = replayStatement(stored, given);
    expect([same, JSON.stringify(again)]).toEqual([true, JSON.stringify(statement)]);
    expect(by.year).toBe(again.schedule.year);
  });
});
