import { parse } from "acorn";
import { analyze } from "eslint-scope";

/** Globals of ES2020 that a script may use; whatever else it names, a page or an engine may not have. */
const GLOBALS = new Set(
  (
    "Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error Float32Array Float64Array Function " +
    "Infinity Int16Array Int32Array Int8Array JSON Map Math NaN Number Object Promise Proxy RangeError Reflect RegExp Set " +
    "String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet " +
    "decodeURIComponent encodeURIComponent globalThis isFinite isNaN parseFloat parseInt undefined arguments"
  ).split(" "),
);

/** Methods that came after ES2020, and one that needs ICU; on any object, since nothing tells of which kind it is. */
const METHODS = new Set(
  (
    "asyncDispose at difference drop findLast findLastIndex fromAsync getOrInsert groupBy hasOwn intersection " +
    "isDisjointFrom isSubsetOf isSupersetOf isWellFormed normalize replaceAll resizable symmetricDifference take " +
    "toReversed toSorted toSpliced toWellFormed transfer try union withResolvers"
  ).split(" "),
);

/**
 * What a script asks of an engine beyond ES2020 without ICU, each with its place: methods, globals, and regular
 * expressions by Unicode property.
 * @param allowed names that it may use all the same
 * @throws SyntaxError for syntax that ES2020 has not
 */
export function beyond2020(code, allowed = []) {
  const found = [];
  const placed = ({ start }, what) => found.push(`${what}: ${code.slice(start, start + 40)}`);
  const tree = parse(code, { ecmaVersion: 2020, ranges: true });
  visit(tree, (node) => {
    if (node.type === "CallExpression" && METHODS.has(nameOf(node.callee)))
      placed(node.callee.property, nameOf(node.callee));
    if (node.regex && /\\p\{/i.test(node.regex.pattern)) placed(node, "\\p{}");
  });
  const { through, set } = analyze(tree, { ecmaVersion: 2020 }).globalScope;
  for (const { identifier } of through)
    if (![...GLOBALS, ...set.keys(), ...allowed].includes(identifier.name))
      placed(identifier, identifier.name);
  return found;
}

const nameOf = ({ type, computed, property }) =>
  type === "MemberExpression" && !computed ? property.name : undefined;

function visit(node, look) {
  look(node);
  for (const inner of Object.values(node)) {
    if (Array.isArray(inner)) inner.forEach((one) => one?.type && visit(one, look));
    else if (typeof inner?.type === "string") visit(inner, look);
  }
}
