import { printable } from "../printable.ts";
import type { Branch, Expression, Order, Reading } from "../formula/expression/expression.ts";
import type { Dialect } from "./dialect.ts";

/** An expression on one line. */
export function inline(expression: Expression, dialect: Dialect): string {
  const at = (of: Expression, tightness: number): string => wrap(of, tightness, dialect);
  const list = (of: readonly Expression[]): string =>
    of.map((one) => inline(one, dialect)).join(", ");
  switch (expression.kind) {
    case "number":
      return String(expression.value);
    case "text":
      return dialect.text(expression.value);
    case "boolean":
      return expression.value ? "TRUE" : "FALSE";
    case "day":
      return `DATE ${dialect.text(expression.value)}`;
    case "null":
      return `CAST(NULL AS ${dialect.types[expression.type]})`;
    case "column":
      return printName(expression.name, expression.quoted, dialect);
    case "terms":
      return expression.terms
        .map((term) => at(term, TIGHTNESS[expression.operator] + 1))
        .join(` ${expression.operator} `);
    case "pair":
      return [
        at(expression.left, TIGHTNESS[expression.operator]),
        expression.operator,
        at(expression.right, TIGHTNESS[expression.operator] + 1),
      ].join(" ");
    case "not":
      return printNot(expression.of, dialect);
    case "isNull":
      return `${at(expression.of, ATOM)} IS NULL`;
    case "between":
      return [
        at(expression.of, ATOM),
        "BETWEEN",
        at(expression.from, ATOM),
        "AND",
        at(expression.to, ATOM),
      ].join(" ");
    case "in":
      return `${at(expression.of, ATOM)} IN (${list(expression.list)})`;
    case "case":
      return [
        "CASE",
        ...expression.branches.flatMap(({ when, value }) => [
          `WHEN ${inline(when, dialect)}`,
          `THEN ${inline(value, dialect)}`,
        ]),
        `ELSE ${inline(expression.otherwise, dialect)} END`,
      ].join(" ");
    case "call":
      return `${expression.name}(${list(expression.of)})`;
    case "count":
      return expression.of
        ? `COUNT(${expression.distinct ? "DISTINCT " : ""}${inline(expression.of, dialect)})`
        : "COUNT(*)";
    case "read":
      return printRead(expression.of, expression.as, dialect)
        .map((line) => line.trim())
        .join(" ");
    case "euros":
      return expression.cents.kind === "number"
        ? `CAST(${at(expression.cents, ATOM)} AS ${dialect.types.euros})`
        : `CAST(${at(expression.cents, TIGHTNESS["*"])} * 0.01 AS ${dialect.types.euros})`;
    case "cast":
      return `CAST(${inline(expression.of, dialect)} AS ${dialect.types[expression.to]})`;
    case "extract":
      return `EXTRACT(${expression.part} FROM ${inline(expression.of, dialect)})`;
    case "quotient":
      return printQuotient(expression.of, expression.by, dialect);
    case "days":
      return dialect.days(at(expression.from, ATOM), at(expression.to, ATOM));
    case "over":
      return (
        [
          `${inline(expression.of, dialect)} OVER (PARTITION BY ${inline(expression.by, dialect)}`,
          ...(expression.order.length > 0 ? [orderBy(expression.order, dialect)] : []),
        ].join(" ") + ")"
      );
  }
}

/** A column of any type, by arms of a CASE if there are any. */
function printRead(of: Expression, as: Reading, dialect: Dialect): string[] {
  const { arms, otherwise } = dialect.read(inline(of, dialect), as);
  if (arms.length === 0) return [otherwise];
  return ["CASE", ...[...arms, `ELSE ${otherwise}`].map((line) => `  ${line}`), "END"];
}

function printQuotient(of: Expression, by: Expression, dialect: Dialect): string {
  if ("function" in dialect.quotient)
    return `${dialect.quotient.function}(${inline(of, dialect)}, ${inline(by, dialect)})`;
  return `${wrap(of, ATOM, dialect)} ${dialect.quotient.operator} ${wrap(by, ATOM, dialect)}`;
}

function printNot(of: Expression, dialect: Dialect): string {
  if (of.kind === "isNull") return `${wrap(of.of, ATOM, dialect)} IS NOT NULL`;
  if (of.kind === "in") {
    const list = of.list.map((one) => inline(one, dialect)).join(", ");
    return `${wrap(of.of, ATOM, dialect)} NOT IN (${list})`;
  }
  return `NOT ${wrap(of, ATOM, dialect)}`;
}

/** Whether an expression is printed over several lines. */
export function isBlock(expression: Expression): boolean {
  if (expression.kind === "read") return expression.as === "flag" || expression.as === "answer";
  if (expression.kind === "case")
    return (
      expression.branches.length > 1 ||
      expression.branches.some(
        ({ when, remark }) =>
          remark !== undefined || (when.kind === "terms" && when.terms.length > 3),
      )
    );
  return (
    expression.kind === "terms" && expression.operator === "+" && expression.terms.some(isBlock)
  );
}

/** An expression over several lines, one branch or term per line, with its remark. */
export function lines(expression: Expression, dialect: Dialect): string[] {
  if (expression.kind === "terms" && expression.operator === "+" && isBlock(expression)) {
    return expression.terms.flatMap((term, i) =>
      first(
        i === 0 ? "" : "+ ",
        isBlock(term) ? lines(term, dialect) : [wrap(term, TIGHTNESS["+"], dialect)],
      ),
    );
  }
  if (expression.kind === "read") return printRead(expression.of, expression.as, dialect);
  if (expression.kind !== "case") return [inline(expression, dialect)];
  return [
    "CASE",
    ...expression.branches
      .flatMap((branch) => printBranch(branch, dialect))
      .map((line) => `  ${line}`),
    `  ELSE ${inline(expression.otherwise, dialect)}`,
    "END",
  ];
}

const WIDE = 110;

/** A branch on one line, or one line per term of a long condition. */
function printBranch({ when, value, remark }: Branch, dialect: Dialect): string[] {
  const end = `THEN ${inline(value, dialect)}${remark === undefined ? "" : ` ${comment(remark)}`}`;
  const line = `WHEN ${inline(when, dialect)} ${end}`;
  if (line.length <= WIDE || when.kind !== "terms" || when.operator !== "AND") return [line];
  return [...conjuncts("WHEN", when, dialect), `  ${end}`];
}

/** A condition after its keyword, one line per term that must hold. */
export function conjuncts(keyword: string, condition: Expression, dialect: Dialect): string[] {
  if (condition.kind !== "terms" || condition.operator !== "AND")
    return [`${keyword} ${inline(condition, dialect)}`];
  return condition.terms.map(
    (term, i) => `${i === 0 ? keyword : "  AND"} ${wrap(term, TIGHTNESS.AND + 1, dialect)}`,
  );
}

function first(mark: string, [head, ...rest]: readonly string[]): string[] {
  return [`${mark}${head}`, ...rest];
}

const ATOM = 9;
const TIGHTNESS = {
  OR: 1,
  AND: 2,
  "=": 4,
  "<>": 4,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "%": 6,
} as const;

function tightnessOf(expression: Expression): number {
  if (expression.kind === "terms" || expression.kind === "pair")
    return TIGHTNESS[expression.operator];
  if (expression.kind === "not") return 3;
  if (expression.kind === "isNull" || expression.kind === "between" || expression.kind === "in")
    return 4;
  if (expression.kind === "quotient") return 6;
  return ATOM;
}

function wrap(expression: Expression, tightness: number, dialect: Dialect): string {
  const printed = inline(expression, dialect);
  return tightnessOf(expression) < tightness ? `(${printed})` : printed;
}

/** An ORDER BY clause. */
export function orderBy(order: readonly Order[], dialect: Dialect): string {
  const terms = order.map(
    ({ of, descending }) => inline(of, dialect) + (descending ? " DESC" : ""),
  );
  return `ORDER BY ${terms.join(", ")}`;
}

/** Prints a name: the query's own plain names bare, all others quoted. */
export function printName(name: string, quoted: boolean, dialect: Dialect): string {
  return !quoted && PLAIN.test(name) ? name : dialect.name(name);
}

const PLAIN = /^[a-z_][a-z0-9_]*$/;

/**
 * A one-line comment. Nothing in the text can end it, and no trailing backslash can continue it.
 */
export function comment(text: string): string {
  const line = printable(text);
  let end = line.length;
  while (end > 0 && BLANK_OR_BACKSLASH.test(line.charAt(end - 1))) end--;
  return end === 0 ? "--" : `-- ${line.slice(0, end)}`;
}

const BLANK_OR_BACKSLASH = /[\s\\]/;
