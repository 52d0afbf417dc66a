import { toSql, type SqlDialect, type SqlTarget } from "../../src/index.ts";
import { quoted } from "./case-tables.ts";
import { typeIn, type SqlType } from "./column-types.ts";

/** Lists of which something is wrong as a whole: ids of other types, white space, who is twice. */

/** Patients of 82 years in ALD, who bring 100 EUR each; `physician id` and `patient id` as SQL. */
interface ListWith {
  readonly name: string;
  readonly idType?: SqlType;
  readonly physicianIdType?: SqlType;
  readonly patients: readonly (readonly [physicianId: string, id: string])[];
  readonly physicians: readonly string[];
  readonly target?: Omit<SqlTarget, "dialect">;
  /** By physician: patients, total, and what is invalid. */
  readonly expected: readonly (readonly [string | null, string, string | null, string | null])[];
}

export const LISTS: readonly ListWith[] = [
  {
    name: "a patient twice",
    patients: [
      ["'a'", "'p'"],
      ["'a'", "'p'"],
      ["'b'", "'p'"],
    ],
    physicians: ["'a'", "'b'"],
    expected: [
      ["a", "2", null, "panel.id"],
      ["b", "1", "100.00", null],
    ],
  },
  {
    name: "a patient twice, but for white space",
    patients: [
      ["'a'", "'p'"],
      ["'a'", "' p '"],
    ],
    physicians: ["'a'"],
    expected: [["a", "2", null, "panel.id"]],
  },
  {
    name: "patients without ids",
    patients: [
      ["'a'", "NULL"],
      ["'a'", "NULL"],
      ["'a'", "''"],
      ["'a'", "''"],
    ],
    physicians: ["'a'"],
    expected: [["a", "4", "400.00", null]],
  },
  {
    name: "a patient twice, whose id is not looked at",
    patients: [
      ["'a'", "'p'"],
      ["'a'", "'p'"],
    ],
    physicians: ["'a'"],
    target: { columns: { id: null } },
    expected: [["a", "2", "200.00", null]],
  },
  {
    name: "a number beside text",
    idType: "bigint",
    patients: [
      ["'10100123456'", "'1'"],
      ["'7'", "'1'"],
    ],
    physicians: ["'10100123456'", "'7'"],
    expected: [
      ["10100123456", "1", "100.00", null],
      ["7", "1", "100.00", null],
    ],
  },
  {
    name: "text beside a number, and one that has no match",
    physicianIdType: "int",
    patients: [
      ["'7'", "'1'"],
      ["'07'", "'1'"],
    ],
    physicians: ["'7'"],
    expected: [
      ["07", "1", null, "panel.physicianId"],
      ["7", "1", "100.00", null],
    ],
  },
  {
    name: "white space around the ids of physicians",
    patients: [
      ["' a'", "'1'"],
      ["'a '", "'2'"],
    ],
    physicians: ["'  a  '"],
    expected: [["a", "2", "200.00", null]],
  },
  {
    name: "a physician twice, one who is unknown, and none",
    patients: [
      ["'a'", "'1'"],
      ["'b'", "'1'"],
      ["NULL", "'1'"],
      ["'c'", "'1'"],
    ],
    physicians: ["'a'", "'a '", "'c'"],
    expected: [
      ["a", "1", null, "physicians.id"],
      ["a", "1", null, "physicians.id"],
      ["b", "1", null, "panel.physicianId"],
      ["c", "1", "100.00", null],
      [null, "1", null, "panel.physicianId"],
    ],
  },
  {
    name: "a physician without id",
    patients: [["'a'", "'1'"]],
    physicians: ["'a'", "''"],
    expected: [
      ["a", "1", "100.00", null],
      [null, "0", null, "physicians.id"],
    ],
  },
];

/** Two tables to make, and a query over them. */
export interface ListCase {
  readonly name: string;
  readonly tables: { readonly panel: string; readonly physicians: string };
  readonly query: string;
  readonly differences: (rows: readonly Readonly<Record<string, string | null>>[]) => string[];
}

export function listCase(dialect: SqlDialect, one: ListWith): ListCase {
  const { idType = "text", physicianIdType = "text" } = one;
  const as = (sql: string, type: SqlType, name: string): string =>
    `CAST(${sql} AS ${typeIn(dialect, type)}) AS ${quoted(dialect, name)}`;
  const rest = ["ald", "seen"].map((name) => as("TRUE", "boolean", name));
  const facts = [
    as("82", "int", "age"),
    ...rest,
    as("'none'", "text", "c2s"),
    as("0", "int", "prevention"),
  ];
  const doctor = [
    "zone",
    "birthDate",
    "firstInstallation",
    "contract",
    "sector",
    "activeFrom",
    "activeUntil",
  ];
  return {
    name: one.name,
    tables: {
      panel: one.patients
        .map(
          ([physician, id]) =>
            `SELECT ${[as(physician, idType, "physicianId"), as(id, "text", "id"), ...facts].join(", ")}`,
        )
        .join(" UNION ALL "),
      physicians: one.physicians
        .map(
          (id) =>
            `SELECT ${[as(id, physicianIdType, "id"), ...doctor.map((name) => as("NULL", "text", name))].join(", ")}`,
        )
        .join(" UNION ALL "),
    },
    query: toSql(
      { dialect, physicians: "physicians", ...one.target },
      { year: 2026, schedule: "fr.fmt.2026" },
    ),
    differences: (rows) => {
      const found = rows
        .map(({ physicianId, patients, total, invalid }) => [physicianId, patients, total, invalid])
        .sort(byPhysician);
      const expected = [...one.expected].sort(byPhysician);
      const [is, should] = [found, expected].map((all) => JSON.stringify(all));
      return is === should ? [] : [`${one.name}: ${should} expected, ${is} found`];
    },
  };
}

/** Databases order NULL, and text, each in their own way. */
const byPhysician = (a: readonly unknown[], b: readonly unknown[]): number =>
  JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
