import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** Files of names that users type, and of kinds of keys, which nobody reads. */
const NO_TEXTS = ["src/cli/arguments/names.ts", "src/schedule/diff-schedules.ts"];

/** A text that the code has for a reader, with `…` where values go. */
export interface TypedText {
  readonly place: string;
  readonly text: string;
}

const root = join(import.meta.dirname, "../..");

/** Every text of the code that is in one of two languages, from the syntax tree of each file. */
export function typedTexts(): Readonly<Record<"fr" | "en", readonly TypedText[]>> {
  const found = { fr: [] as TypedText[], en: [] as TypedText[] };
  for (const folder of ["src", "docs"])
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }))
      if (name.endsWith(".ts") && !NO_TEXTS.includes(join(folder, name)))
        textsOf(join(folder, name), found);
  return found;
}

function textsOf(path: string, found: Record<"fr" | "en", TypedText[]>): void {
  const code = readFileSync(join(root, path), "utf8");
  if (!/\bfr\b/.test(code)) return;
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest);
  const take = (node: ts.Node, locale: "fr" | "en"): void => {
    const text = textIn(node);
    if (text === undefined) node.forEachChild((child) => take(child, locale));
    else {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found[locale].push({ place: `${path}:${line + 1}`, text });
    }
  };
  const visit = (node: ts.Node): void => {
    for (const [one, locale] of localized(node)) take(one, locale);
    node.forEachChild(visit);
  };
  visit(file);
}

/** What is in one language below a node: `{ fr: … }`, `fr ? … : …`, `fail(code, fr, en)`. */
function localized(node: ts.Node): (readonly [ts.Node, "fr" | "en"])[] {
  if (ts.isPropertyAssignment(node)) {
    const name = ts.isIdentifier(node.name) ? node.name.text : "";
    return name === "fr" || name === "en" ? [[node.initializer, name]] : [];
  }
  if (ts.isConditionalExpression(node) && isFrench(node.condition))
    return [
      [node.whenTrue, "fr"],
      [node.whenFalse, "en"],
    ];
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const [, fr, en] = node.arguments;
    return node.expression.text === "fail" && fr && en
      ? [
          [fr, "fr"],
          [en, "en"],
        ]
      : [];
  }
  return [];
}

function isFrench(condition: ts.Expression): boolean {
  return ts.isBinaryExpression(condition)
    ? ts.isStringLiteral(condition.right) && condition.right.text === "fr"
    : ts.isIdentifier(condition) && condition.text === "fr";
}

/** The text of a literal, of a template, or of several that are added. */
function textIn(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head, ...node.templateSpans.map(({ literal }) => literal)]
      .map(({ text }) => text)
      .join("…");
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [textIn(node.left), textIn(node.right)];
    return left === undefined && right === undefined ? undefined : `${left ?? "…"}${right ?? "…"}`;
  }
  return undefined;
}
