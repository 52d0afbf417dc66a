import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical.ts";
import { digestOfShipped } from "./checked.ts";
import type { Schedule } from "./language.ts";

const digests = new WeakMap<Schedule, string>();

/** The digest of a checked schedule: known for those of the package, else made once. */
export function digestOf(schedule: Schedule): string {
  const known = digestOfShipped(schedule) ?? digests.get(schedule);
  if (known !== undefined) return known;
  const made = digestOfDocument(schedule);
  digests.set(schedule, made);
  return made;
}

/**
 * `sha256:` and the SHA-256, in hexadecimal, of the canonical JSON (RFC 8785) of a document.
 * `$schema` is left out: it tells an editor where a file lies, not what is paid.
 */
export function digestOfDocument(document: object): string {
  const text = canonicalJson({ ...document, $schema: undefined });
  return `sha256:${bytesToHex(sha256(utf8(text)))}`;
}

/** A text in UTF-8, by what every engine has: QuickJS, and V8 by itself, have no TextEncoder. */
function utf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(text);
  return Uint8Array.from(escaped.match(/%..|./g) ?? [], (one) =>
    one.length === 1 ? one.charCodeAt(0) : Number.parseInt(one.slice(1), 16),
  );
}
