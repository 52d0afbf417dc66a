import { firstInvalid } from "../formula/check.ts";
import {
  call,
  cast,
  coalesce,
  compare,
  internal,
  isNull,
  not,
  number,
  type Expression,
} from "../formula/expression/expression.ts";
import { nameOf } from "../formula/expression/names.ts";
import { kept, type Cte, type Source } from "./query.ts";
import { unreadColumn, labelOf, type UserTable } from "./table-values.ts";

export const accounts: Cte = (source) => {
  const { formula, physicians: table } = source;
  const { facts, unpaid } = formula.physicians;
  const { ofPatients, counted } = formula;
  const [physician, owner] = [internal("physician"), internal("physician_id")] as const;
  /** A physician who is listed may have no patients. */
  const orNone = (name: string): Expression =>
    table ? coalesce(internal(name), number(0)) : internal(name);
  return {
    name: "accounts",
    description: "Facts and list of each physician, and the name of a column that is invalid.",
    select: {
      columns: [
        { as: "account", value: table ? coalesce(physician, owner) : owner },
        { as: "patients", value: orNone("patients") },
        { as: "invalid", value: table ? invalid(source, table) : internal("invalid_list") },
        ...kept([...facts.values()].flatMap(({ column }) => column?.as ?? [])),
        ...kept(unpaid ? [unpaid.column.as] : []),
        ...counted.map(({ as }) => ({ as, value: orNone(as) })),
        ...[...ofPatients.keys()].map((component) => ({
          as: nameOf.total(component),
          value: cast(orNone(nameOf.total(component)), "wide"),
        })),
      ],
      ...(table
        ? {
            from: "physician_facts",
            join: { kind: "FULL JOIN", table: "list_sums", on: [physician, owner] },
          }
        : { from: "list_sums" }),
    },
  };
};

function invalid({ formula, patients }: Source, physicians: UserTable): Expression {
  const listed = internal("times_listed");
  const ofPhysician = firstInvalid(
    [
      // Of a list whose physician is not in the table.
      { of: "physicianId", holds: not(isNull(listed)) },
      { of: "id", holds: not(isNull(internal("physician"))) },
      { of: "id", holds: compare(listed, "=", number(1)) },
      ...formula.physicians.checks,
    ],
    (of) =>
      of === "physicianId"
        ? labelOf(patients, [of])
        : labelOf(physicians, FIELDS[of] ?? [`facts.${of}`, of]),
  );
  return call(
    "COALESCE",
    internal("invalid_list"),
    ...(unreadColumn(physicians) ? [internal("physician_unread")] : []),
    ofPhysician,
  );
}

/** The fields that a fact may come from. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  installationYear: ["firstInstallation"],
  physicianAge: ["birthDate", "age", "birthYear"],
  active: ["activeUntil", "activeFrom", "firstInstallation"],
};
