import { villageWith } from "./village.ts";

/** Commands to a terminal, turns of direction, what hides, and breaks of a line. */
export const HOSTILE =
  "\u001b[2J\u0000\u0007\u007f\u009b1m\u200e\u200f\u061c\u202a\u202e\u2066\u2069\u200b\u00ad\ufeff\u{e0041}\r\n\u2028\t";

/** What no printed text may hold, but for its own ends of lines. */
export const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

const FREE_NAMES = new Set(["COUNCIL", "summer", "advances", "base-and-c2s"]);
const FREE_TEXTS = new Set(["fr", "en", "text", "unit", "version", "because", "title", "url"]);

/** A schedule whose every free name and text is hostile, as JSON. */
export function hostileSchedule(): unknown {
  return hostile(villageWith({}));
}

function hostile(node: unknown, key = ""): unknown {
  if (typeof node === "string")
    return FREE_NAMES.has(node) || FREE_TEXTS.has(key) ? node + HOSTILE : node;
  if (Array.isArray(node)) return node.map((one) => hostile(one));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [
      FREE_NAMES.has(name) ? name + HOSTILE : name,
      hostile(value, name),
    ]),
  );
}
