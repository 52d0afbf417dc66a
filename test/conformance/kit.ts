import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { answer } from "./answer.ts";
import { topics } from "./topics/all.ts";
import { vector, type Draft } from "./vector.ts";

const root = join(import.meta.dirname, "..", "..");

/** The files of the library that the kit holds, and where each comes from. The `$schema` of a schedule names the schema one folder up. */
const COPIES: Readonly<Record<string, string>> = {
  "schedules/donum-2026.json": "src/schedule/fr/donum-2026.json",
  "schedules/fmt-2026.json": "src/schedule/fr/fmt-2026.json",
  "schedules/forfait-structure-2025.json": "src/schedule/fr/forfait-structure-2025.json",
  "schedules/fpmt-2018.json": "src/schedule/fr/fpmt-2018.json",
  "schedules/fpmt-2024.json": "src/schedule/fr/fpmt-2024.json",
  "schedules/nurse-premium-2024.json": "src/schedule/be/nurse-premium-2024.json",
  "schedules/proposal-2024-02-08.json": "src/schedule/fr/proposal-2024-02-08.json",
  "schedules/round-2023-12-21.json": "src/schedule/fr/round-2023-12-21.json",
  "schedules/round-2024-03-14.json": "src/schedule/fr/round-2024-03-14.json",
  "schedules/round-2024-05-17.json": "src/schedule/fr/round-2024-05-17.json",
  "schedule.schema.json": "src/schedule/schedule.schema.json",
  "amendment.schema.json": "src/schedule/amendment.schema.json",
  "statement.schema.json": "src/statement/statement.schema.json",
  LICENSE: "LICENSE",
};

/** Every generated file of the kit, path to text: all but the two pages and package.json. */
export function kit(): Map<string, string> {
  const vectors = new Map(
    Object.entries(topics).map(([topic, drafts]) => [
      `vectors/${topic}.ndjson`,
      drafts.map(answered).join(""),
    ]),
  );
  return new Map([...vectors, ["manifest.json", manifestOf(vectors)], ...fixed()]);
}

/** What the manifest says of these files of vectors. */
export function manifestOf(vectors: ReadonlyMap<string, string>): string {
  const files = [...vectors].map(([file, text]) => ({
    file,
    vectors: text.split("\n").length - 1,
    sha256: createHash("sha256").update(text).digest("hex"),
  }));
  const format = { name: "forfait-medecin-traitant/conformance", version: "2" };
  return page({ format, vectors: files.reduce((sum, one) => sum + one.vectors, 0), files });
}

/** The files that do not depend on a computation: schemas, schedules and the licence. */
export function fixed(): Map<string, string> {
  const copies = Object.entries(COPIES).map(([copy, path]): [string, string] => [
    copy,
    readFileSync(join(root, path), "utf8"),
  ]);
  return new Map([
    [
      "vectors.schema.json",
      page({ title: "A vector of the conformance kit", ...z.toJSONSchema(vector) }),
    ],
    ...copies,
  ]);
}

/** What a vector asks, as the kit writes it, without the answer. */
export function asked({
  id,
  why,
  call = "physician",
  options,
  input,
}: Draft): Record<string, unknown> {
  return { id, why, call, options, input };
}

function answered(draft: Draft): string {
  return `${JSON.stringify({ ...asked(draft), expected: answer(draft) })}\n`;
}

function page(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
