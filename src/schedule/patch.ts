import { oneOf, refuse, type LocalizedText } from "../error.ts";
import { last } from "../last.ts";
import type { SchedulePatch, Provenance, Remark } from "./language.ts";
import { bothLanguages } from "./provenance.ts";
import { rules } from "./rules/rules.ts";

/**
 * Provenance of a patch. A reading adds its assumption to the value's sources; any other author
 * replaces them.
 */
export interface Author {
  readonly provenance: Provenance;
  readonly keepsSource: boolean;
}

export const userAuthor: Author = { provenance: { user: true }, keepsSource: false };

type Node = Record<string, unknown>;

/** Keys of a case that hold named ways, each with its own provenance. */
const WAYS = new Set(["eligible", "validated"]);

const COMPONENT_KEYS = new Set(
  [
    "fr",
    "en",
    "per",
    "pick",
    "paid",
    "when",
    "amount",
    "atLeast",
    "rate",
    ...Object.values(rules).flatMap((kind) => ("keys" in kind ? kind.keys : [])),
  ].filter((key) => !WAYS.has(key)),
);
const PARTS = [
  "reads",
  "eligible",
  "facts",
  "acts",
  "conditions",
  "uplifts",
  "payment",
  "readings",
];

/** Parts that hold named objects, each with its own provenance. */
const NAMED = new Set(["facts", "acts", "conditions"]);

const WORDING = new Set(["fr", "en", "paid"]);
const PROVENANCE = ["source", "assumed", "user"];

/** Names that components and cases cannot have, because they would make paths ambiguous. */
export const reservedForParts: ReadonlySet<string> = new Set([...PARTS, "text", "fr", "en"]);
export const reservedForKeys: ReadonlySet<string> = new Set([
  ...COMPONENT_KEYS,
  ...PROVENANCE,
  "cases",
]);

/**
 * Applies a patch to a draft of a document, in place; what the draft shares with a frozen document
 * is copied before it is changed. The result is validated when it is loaded.
 * A path is component, case and key (`base.ald-80+.amount`), or a part of the document and its key
 * (`uplifts.of`).
 */
export function patchDraft(draft: Node, patch: SchedulePatch, author: Author): void {
  for (const [path, value] of Object.entries(patch)) {
    if (value === undefined) refuse("SCHEDULE_INVALID", path, value, aValue);
    applyPath(draft, path, structuredCopy(value), author);
  }
}

function applyPath(draft: Node, path: string, value: unknown, author: Author): void {
  const segments = path.split(".");
  if (segments.some((segment) => PROVENANCE.includes(segment)))
    refusePath(path, path, notProvenance);
  if (segments.includes("cases")) refusePath(path, "cases", shortPath);
  for (const segment of segments)
    if (segment === "" || segment === "__proto__") refusePath(path, segment, aName);
  const first = segments[0] as string;

  if (segments.length === 1 && (first === "text" || first === "fr" || first === "en")) {
    draft[first] = value;
    return;
  }
  const components = componentsContaining(draft, first);
  if (segments.length === 1 && !PARTS.includes(first)) {
    if (components === undefined && value === null)
      refusePath(path, first, oneOf(Object.keys(allComponents(draft))));
    const parent =
      components ?? (isUplift(value) ? upliftCases(draft, path) : own(draft, "amounts"));
    put(parent, first, withProvenance(value, author));
    return;
  }

  const root = components
    ? own(components, first)
    : PARTS.includes(first) && hasOwn(draft, first)
      ? own(draft, first)
      : undefined;
  if (!isNode(root))
    refusePath(
      path,
      first,
      oneOf([...Object.keys(allComponents(draft)), ...PARTS.filter((part) => hasOwn(draft, part))]),
    );
  if (segments.length === 1) refusePath(path, first, partAndKey);

  let node = root;
  let rest = segments.slice(1);
  const second = rest[0] as string;
  const isOfCase = components && !COMPONENT_KEYS.has(second);
  if (isOfCase || NAMED.has(first)) {
    const named = isOfCase ? ownOrNew(root, "cases") : root;
    if (rest.length === 1) {
      put(named, second, withProvenance(value, author), path);
      return;
    }
    const one = hasOwn(named, second) ? own(named, second) : undefined;
    if (!isNode(one))
      refusePath(path, second, oneOf([...Object.keys(named), ...(isOfCase ? COMPONENT_KEYS : [])]));
    node = one;
    rest = rest.slice(1);
  }
  if (isOfCase && WAYS.has(rest[0] as string)) {
    const found = waysAt(node, rest, path);
    if (rest.length < 3) {
      put(found.parent, last(rest) as string, withProvenance(value, author), path);
      return;
    }
    node = found.way as Node;
    rest = rest.slice(2);
  }

  const parent = descend(node, rest.slice(0, -1), path);
  put(parent, last(rest) as string, value, path);
  if (first !== "readings" && !WORDING.has(rest[0] as string)) setProvenance(node, author);
}

/** Where the ways of a case stand: the case that holds them, or they that hold one. */
function waysAt(
  node: Node,
  [key, name, ...inner]: readonly string[],
  path: string,
): { readonly parent: Node; readonly way?: Node } {
  if (name === undefined) return { parent: node };
  const ways = ownOrNew(node, key as string);
  if (!isNode(ways)) refusePath(path, key, { fr: "un objet", en: "an object" });
  if (inner.length === 0) return { parent: ways };
  const way = hasOwn(ways, name) ? own(ways, name) : undefined;
  if (!isNode(way)) refusePath(path, name, oneOf(Object.keys(ways)));
  return { parent: ways, way };
}

/** Follows keys to the object that holds the last one. A missing condition is created. */
function descend(node: Node, keys: readonly string[], path: string): Node {
  let at = node;
  for (const key of keys) {
    if (key === "when" && !hasOwn(at, key)) at[key] = {};
    const next = hasOwn(at, key) ? own(at, key) : undefined;
    if (!isNode(next)) refusePath(path, key, oneOf(Object.keys(at)));
    at = next;
  }
  return at;
}

function put(parent: Node, key: string, value: unknown, path: string = key): void {
  if (!isNode(parent)) refusePath(path, parent, { fr: "un objet", en: "an object" });
  if (value !== null) {
    parent[key] = value; // never __proto__, which no path may name
    return;
  }
  if (!hasOwn(parent, key)) refusePath(path, key, oneOf(Object.keys(parent)));
  delete parent[key];
}

/** Sets the provenance of a patched object. */
function setProvenance(node: Node, author: Author): void {
  if (author.keepsSource) {
    node["assumed"] = joinRemarks(
      node["assumed"] as Remark | undefined,
      author.provenance.assumed as Remark,
    );
    return;
  }
  for (const key of PROVENANCE) delete node[key];
  Object.assign(node, author.provenance);
}

function joinRemarks(before: Remark | undefined, more: Remark): Remark {
  if (before === undefined) return more;
  const [a, b] = [bothLanguages(before), bothLanguages(more)];
  return { fr: `${a.fr} ; ${b.fr}`, en: `${a.en}; ${b.en}` };
}

/**
 * Sets the provenance of an object added by a patch. An amendment's object may have its own, which
 * is validated on loading.
 */
function withProvenance(value: unknown, author: Author): unknown {
  if (!isNode(value)) return value;
  const hasOwnProvenance = !author.provenance.user && PROVENANCE.some((key) => hasOwn(value, key));
  if (!hasOwnProvenance) setProvenance(value, author);
  return value;
}

function componentsContaining(draft: Node, id: string): Node | undefined {
  if (hasOwn(draft["amounts"] as Node, id)) return own(draft, "amounts");
  return hasOwn(upliftsOf(draft), id) ? ownUplifts(draft) : undefined;
}

function allComponents(draft: Node): Node {
  return { ...(draft["amounts"] as Node), ...upliftsOf(draft) };
}

function upliftsOf(draft: Node): Node {
  return ((draft["uplifts"] as Node | undefined)?.["cases"] ?? {}) as Node;
}

function upliftCases(draft: Node, path: string): Node {
  if (!hasOwn(draft, "uplifts"))
    refusePath(path, path, {
      fr: "un barème qui a des majorations (uplifts)",
      en: "a schedule that has uplifts",
    });
  return ownUplifts(draft);
}

function ownUplifts(draft: Node): Node {
  return own(own(draft, "uplifts"), "cases");
}

function isUplift(value: unknown): boolean {
  return isNode(value) && !hasOwn(value, "per");
}

const notProvenance: LocalizedText = {
  fr:
    "un chemin qui ne touche ni source, ni assumed, ni user : " +
    "une valeur modifiée porte le nom de qui la modifie",
  en:
    "a path that touches neither source, assumed nor user: " +
    "a patched value carries the name of whoever patches it",
};

const shortPath: LocalizedText = {
  fr: "composante.cas.clé, sans le mot cases",
  en: "component.case.key, without the word cases",
};

const partAndKey: LocalizedText = {
  fr: "une partie et sa clé : uplifts.of",
  en: "a part and its key: uplifts.of",
};

const aValue: LocalizedText = {
  fr: "une valeur, ou null, qui retire",
  en: "a value, or null, which takes away",
};

const aName: LocalizedText = { fr: "un autre nom", en: "another name" };

function refusePath(path: string, found: unknown, allowed: LocalizedText): never {
  return refuse("PATCH_PATH_UNKNOWN", path, found, allowed);
}

/** What a node holds under a key, which the draft may change: a copy if it is frozen. */
function own(node: Node, key: string): Node {
  const held = node[key];
  if (isNode(held) && Object.isFrozen(held)) node[key] = { ...held };
  return node[key] as Node;
}

function ownOrNew(node: Node, key: string): Node {
  node[key] ??= {};
  return own(node, key);
}

function hasOwn(node: Node, key: string): boolean {
  return Object.hasOwn(node, key);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Deep copy of JSON data, so that a document shares no object with its caller.
 * A key whose value is `undefined` is absent, as in JSON.
 */
export function structuredCopy<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(structuredCopy) as Value;
  if (Object.hasOwn(value, "__proto__"))
    refuse("SCHEDULE_UNKNOWN_KEY", "__proto__", "__proto__", aName);
  const copy: Node = {};
  for (const key of Object.keys(value)) {
    const inner = (value as Node)[key];
    if (inner !== undefined) copy[key] = structuredCopy(inner);
  }
  return copy as Value;
}
