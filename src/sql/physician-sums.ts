import type { Compiled } from "../statement/compile.ts";
import { centsOf } from "./amounts.ts";
import { call, cast, coalesce, compare, number, internal, sum } from "./expression.ts";
import { dueOf, type PhysiciansSql } from "./physicians.ts";
import type { Column, Step } from "./query.ts";
import { shares } from "./rates.ts";

/** The column of a physician's cents for a component. */
export const totalOf = (component: string): string => `${component}_total`;

/** The steps that add up each physician's list, and put the physician's facts beside it. */
export function physicianSums(compiled: Compiled, physicians: PhysiciansSql): Step[] {
  const counted = shares(compiled.schedule).map(({ column }) => column);
  const sums: Step = {
    name: "list_sums",
    description: "The list of each physician, added up.",
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

/** The physician's facts beside the sums; `due` is 1, 0 for who is not eligible, NULL where something cannot be read. */
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
    "Each physician's facts beside the list: due is 1, 0 for who is not eligible, NULL where something cannot be read.";
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
