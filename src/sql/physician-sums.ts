import type { Compiled } from "../statement/compile.ts";
import { centsOf } from "./amounts.ts";
import { call, cast, coalesce, compare, number, internal, sum } from "./expression.ts";
import { dueOf, type PhysiciansSql } from "./physicians.ts";
import type { Column, Step } from "./query.ts";
import { shares } from "./rates.ts";

/** Column name of a physician's cents for a component. */
export const totalOf = (component: string): string => `${component}_total`;

/** CTEs `list_sums` and `accounts`: each physician's list summed, then joined to their facts. */
export function physicianSums(compiled: Compiled, physicians: PhysiciansSql): Step[] {
  const counted = shares(compiled.schedule).map(({ column }) => column);
  const sums: Step = {
    name: "list_sums",
    description: "List of each physician, summed.",
    select: {
      columns: [
        { as: "physician_id", value: internal("physician_id") },
        { as: "patients", value: call("COUNT") },
        { as: "unreadable", value: sum(internal("unreadable")) },
        ...compiled.amounts.map(({ component }) => ({
          as: totalOf(component),
          value: sum(internal(centsOf(component))),
        })),
        ...counted.map((name) => ({ as: name, value: sum(internal(name)) })),
      ],
      from: "patient_amounts",
      groupBy: [internal("physician_id")],
    },
  };
  return [sums, beside(compiled, physicians, counted)];
}

/**
 * Joins facts to sums. `due` is 1, 0 for physicians who are not eligible, NULL for invalid data.
 */
function beside(
  { amounts, schedule }: Compiled,
  physicians: PhysiciansSql,
  counted: readonly string[],
): Step {
  const { step, facts, unpaid } = physicians;
  const orNone = (name: string): Column["value"] =>
    step ? coalesce(internal(name), number(0)) : internal(name);
  const unread = compare(orNone("unreadable"), ">", number(0));
  const columns: Column[] = [
    {
      as: "account",
      value: step
        ? coalesce(internal("physician"), internal("physician_id"))
        : internal("physician_id"),
    },
    { as: "patients", value: orNone("patients") },
    { as: "due", value: dueOf(schedule, physicians, unread) },
    ...[...facts.values()].flatMap(({ column }) =>
      column ? [{ as: column.as, value: internal(column.as) }] : [],
    ),
    ...(unpaid ? [{ as: unpaid.column, value: internal(unpaid.column) }] : []),
    ...counted.map((name) => ({ as: name, value: orNone(name) })),
    ...amounts.map(({ component }) => ({
      as: totalOf(component),
      value: cast(orNone(totalOf(component)), "wide"),
    })),
  ];
  const description =
    "Facts and list of each physician; due is 1, 0 if not eligible, NULL if data is invalid.";
  const from = step ? step.name : "list_sums";
  return {
    name: "accounts",
    description,
    select: {
      columns,
      from,
      ...(step && {
        join: {
          kind: "FULL JOIN",
          table: "list_sums",
          on: [internal("physician"), internal("physician_id")],
        },
      }),
    },
  };
}
