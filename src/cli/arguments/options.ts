import { LIST_KEYS, type ListOptions } from "../../statement/options.ts";
import { scheduleOf } from "../../statement/schedule-of.ts";
import { listSchedules, loadSchedule } from "../../schedule/registry.ts";
import type { SchedulePatch, Schedule } from "../../schedule/language.ts";
import { optionOf } from "./french.ts";
import type { OptionName } from "./names.ts";
import { choiceOf, pairsOf, textOf, yearOf, type Args } from "./args.ts";
import { fail } from "../report/failure.ts";
import type { BatchFiles } from "../input/batch.ts";
import type { StatusFile } from "../input/statuses.ts";
import { indicatorOf } from "../../words/prevention.ts";
import type { HeaderMap } from "../input/header.ts";
import type { FileRole, SheetNames } from "../input/list.ts";
import { columnMap } from "./column-map.ts";
import { partsOf } from "../input/in-file.ts";
import { parseJson } from "../input/json.ts";
import { decode } from "../input/decode.ts";
import type { Io } from "../io.ts";

/** Computation options given on the command line. */
export async function optionsOf(args: Args, io: Io): Promise<ListOptions> {
  const name = textOf(args, "schedule");
  const schedule = name === undefined ? undefined : await scheduleIn(name, io);
  const patch = await patchIn(args, io);
  const year = yearOf(args);
  const readings = pairsOf(args, "reading");
  return {
    year,
    ...(readings.length > 0 && { readings: Object.fromEntries(readings) }),
    ...(schedule !== undefined && { schedule }),
    ...(patch && { patch }),
    ...(textOf(args, "never-seen") !== undefined && {
      neverSeen: choiceOf(args, "never-seen", ["empty"], "empty"),
    }),
    ...(args.values["shared-ids"] === true && { idsAreShared: true }),
  };
}

/** The schedule that the options of a list ask for. */
export function scheduleFor(options: ListOptions): Schedule {
  return scheduleOf(options, LIST_KEYS);
}

/** Resolves a schedule from the id of a bundled one or from the path of a document. */
export async function scheduleIn(name: string, io: Io): Promise<string | Schedule> {
  return isFile(name, io) ? loadSchedule(await readJson(io, name)) : name;
}

function isFile(name: string, io: Io): boolean {
  if (listSchedules().some(({ id }) => id === name)) return false;
  return name.endsWith(".json") || io.sizeOf(name) !== undefined;
}

/** Options that name a schedule, by its id or its file. */
const SCHEDULES = ["schedule", "a", "b", "scenario", "old", "neutral-to"] as const;

/** The files that a call reads, each with its option; the list has none. */
export function inputsOf(args: Args, io: Io): (readonly [OptionName | "list", string])[] {
  const options = [
    "physicians",
    "practices",
    "previous",
    "counts",
    "map",
    "patch",
    ...SCHEDULES,
    "acts",
    "codes",
  ] as const;
  return [
    ...args.operands.map((list) => ["list", list] as const),
    ...options.map((option) => [option, textOf(args, option)] as const),
    ...paidFilesOf(args, io).map((path) => ["paid", path] as const),
    ...statusFilesOf(args, io).map(({ path }) => ["statuses", path] as const),
  ].flatMap(([option, path]) =>
    path === undefined || (isSchedule(option) && !isFile(path, io)) ? [] : [[option, path]],
  );
}

/** The files among the values of `--paid`, the others of which are `2026-04=5000`. */
export function paidFilesOf({ values }: Args, io: Io): readonly string[] {
  const all = (values.paid ?? []) as readonly string[];
  return all.filter((one) => !one.includes("=") || io.sizeOf(one) !== undefined);
}

/** `--statuses FILE`, or `--statuses breast=FILE` for an export of one indicator. */
export function statusFilesOf({ values }: Args, io: Io): readonly StatusFile[] {
  return ((values.statuses ?? []) as readonly string[]).map((one) => {
    const at = one.indexOf("=");
    if (at < 1 || io.sizeOf(one) !== undefined) return { path: one };
    return { indicator: indicatorOf(one.slice(0, at)), path: one.slice(at + 1) };
  });
}

function isSchedule(option: string): boolean {
  return (SCHEDULES as readonly string[]).includes(option);
}

/** `--patch`, overridden by each `--set`. */
export async function patchIn(args: Args, io: Io): Promise<SchedulePatch | undefined> {
  const file = textOf(args, "patch");
  const fromFile = file === undefined ? {} : await readJson(io, file);
  if (typeof fromFile !== "object" || fromFile === null || Array.isArray(fromFile)) {
    fail(
      "USAGE",
      `${file} : attendu un objet { chemin: valeur }`,
      `${file}: expected an object { path: value }`,
    );
  }
  const patch = {
    ...fromFile,
    ...Object.fromEntries(
      pairsOf(args, "set").map(([path, value]) => [path, parseSetValue(value)]),
    ),
  };
  return Object.keys(patch).length > 0 ? patch : undefined;
}

/** Parses `null`, booleans, lists and objects as JSON; amounts and rates stay strings. */
function parseSetValue(value: string): unknown {
  try {
    return /^(null|true|false|\[.*|\{.*)$/s.test(value) ? JSON.parse(value) : value;
  } catch {
    return value;
  }
}

/** Input files given on the command line: a list, physicians, or both. */
export async function filesOf(args: Args, io: Io): Promise<BatchFiles> {
  const [list, ...more] = args.operands;
  const physicians = textOf(args, "physicians");
  if ((list === undefined && physicians === undefined) || more.length > 0)
    fail("USAGE", "attendu une seule LISTE (voir --aide)", "expected one LIST (see --help)");
  return {
    list,
    physicians,
    practices: textOf(args, "practices"),
    previous: textOf(args, "previous"),
    acts: textOf(args, "acts"),
    statuses: statusFilesOf(args, io),
    codes: textOf(args, "codes"),
    map: await columnsIn(args, io),
    sheets: sheetsOf(args),
  };
}

const OTHER_FILES = [
  "physicians",
  "practices",
  "previous",
  "paid",
  "acts",
  "statuses",
  "codes",
] as const;

/** `--sheet NAME` is of the list, `--sheet physicians=NAME` of another file. */
export function sheetsOf({ values }: Args): SheetNames {
  const sheets: Partial<Record<FileRole, string>> = {};
  for (const text of (values.sheet ?? []) as readonly string[]) {
    const at = text.indexOf("=");
    const other = OTHER_FILES.find((option) => option === optionOf(text.slice(0, Math.max(0, at))));
    const role = other ?? "list";
    if (sheets[role] !== undefined)
      fail(
        "USAGE",
        "--feuille : deux feuilles pour un fichier",
        "--sheet: two sheets for one file",
      );
    sheets[role] = other ? text.slice(at + 1) : text;
  }
  return sheets;
}

/** How columns are read: `--map`, `--ignore`, `--blank`. */
export async function columnsIn(args: Args, io: Io): Promise<HeaderMap> {
  const file = textOf(args, "map");
  const blank = textOf(args, "blank");
  if (blank !== undefined) choiceOf(args, "blank", ["no"], "no");
  return {
    columns: file === undefined ? {} : columnMap(await readJson(io, file), file),
    ignore: (args.values.ignore ?? []) as readonly string[],
    ...(blank !== undefined && { blank: "no" }),
  };
}

/** @throws Failure INPUT_JSON if the file is no JSON */
export async function readJson(io: Io, path: string): Promise<unknown> {
  const parts: string[] = [];
  for await (const part of partsOf(path, decode(io.open(path)))) parts.push(part);
  const text = parts.join("");
  const parsed = parseJson(text, { fr: path, en: path });
  if (parsed !== undefined) return parsed;
  const [before, quote] = text.split(CURLY, 2);
  if (before === undefined || quote === undefined)
    return fail("INPUT_JSON", `${path} : JSON illisible`, `${path}: unreadable JSON`);
  const line = before.split("\n").length;
  return fail(
    "INPUT_JSON",
    `${path}, ligne ${line} : JSON illisible : « ${quote} » au lieu de « " » ` +
      "(guillemets d'un traitement de texte ?)",
    `${path}, line ${line}: unreadable JSON: ${quote} in place of " (quotes of a word processor?)`,
  );
}

/** Quotes that a word processor writes. */
const CURLY = /([\u201c\u201d\u201e\u00ab\u00bb])/;
