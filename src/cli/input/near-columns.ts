import type { Locale, LocalizedText } from "../../error.ts";
import { printableJson, quoted } from "../../printable.ts";
import { isYesOrNo } from "../../words/cells.ts";
import { fieldName, inWordsOf } from "../../words/field-names.ts";
import type { MappedHeader } from "../../words/map.ts";
import { indicatorIn, zoneIn } from "../../words/related.ts";
import { fail } from "../report/failure.ts";
import { nearMisses, type Header, type NearMiss } from "./header.ts";

/** @throws Failure COLUMN_NEAR for columns that would be lost, though euros depend on them */
export function checkNear(header: Header, path: string): void {
  const near = nearMisses(header);
  const ofTheList = header.noted.filter(({ isOfTheList }) => isOfTheList);
  const told = [
    ...(near.length > 0 ? [toldNear(near)] : []),
    ...(ofTheList.length > 0 ? [toldOfTheList(ofTheList.map(({ name }) => name))] : []),
  ];
  if (told.length === 0) return;
  const all = (locale: Locale): string => told.map((text) => text[locale]).join(". ");
  fail("COLUMN_NEAR", `${path} : ${all("fr")}`, `${path}: ${all("en")}`);
}

function toldNear(near: readonly NearMiss[]): LocalizedText {
  const names = near.map(({ name }) => name);
  const fr = near
    .map(({ name, field }) => `« ${quoted(name)} » (${fieldName(field, "fr")} ?)`)
    .join(", ");
  const en = near.map(({ name, nearest }) => `"${quoted(name)}" (${nearest}?)`).join(", ");
  return {
    fr:
      `colonnes non lues, proches de colonnes connues : ${fr}. ` +
      `Les lire : --correspondance FICHIER, qui contient ${mapOf(near, "fr")} ; ` +
      `les laisser : ${leave("--ignorer", names)}`,
    en:
      `columns not read, though near known ones: ${en}. ` +
      `To read them: --map FILE, which holds ${mapOf(near, "en")}; ` +
      `to leave them out: ${leave("--ignore", names)}`,
  };
}

function toldOfTheList(names: readonly string[]): LocalizedText {
  const [fr, en] = [
    names.map((name) => `« ${quoted(name)} »`).join(", "),
    names.map((name) => `"${quoted(name)}"`).join(", "),
  ];
  return {
    fr:
      `colonnes non lues, qui disent qui est sur la liste : ${fr}. Ne garder que les lignes de ` +
      `vos patients, puis les laisser : ${leave("--ignorer", names)}`,
    en:
      `columns not read, which say who is on the list: ${en}. Keep only the rows of your ` +
      `patients, then leave them out: ${leave("--ignore", names)}`,
  };
}

const leave = (option: string, names: readonly string[]): string =>
  names.map((name) => `${option} ${printableJson(cut(name))}`).join(" ");

/** What `--map` is to hold: one column for each field, the others left out. */
export function mapOf(near: readonly NearMiss[], locale: Locale): string {
  const entries = near.map(({ name, field }, i) => {
    const isFirst = near.findIndex((other) => other.field === field) === i;
    return [cut(name), inWordsOf(locale, isFirst ? meaningOf(name, field) : null)] as const;
  });
  return printableJson(Object.fromEntries(entries), 1).replace(/\n\s*/g, " ");
}

function meaningOf(name: string, field: string): MappedHeader {
  const indicator = field === "prevention" ? indicatorIn(name) : undefined;
  if (indicator !== undefined) return { field, values: { oui: indicator, non: "[]" } };
  const zone = field === "zone" ? zoneIn(name) : undefined;
  if (zone !== undefined) return { field, values: { oui: zone, non: "none" } };
  const kind = field === "c2s" && /(sans|avec) participation/i.exec(name)?.[0].toLowerCase();
  if (kind) return { field, values: { oui: kind, non: "non" } };
  return DENIAL.test(name) && isYesOrNo(field)
    ? { field, values: { oui: "non", non: "oui" } }
    : field;
}

/** A header that denies its field, such as `Non ALD`, has its answers the other way round. */
const DENIAL = /^[^a-z]*(no[nt]?|hors|pas|sans|without)[^a-z]|[^a-z]refus[a-zé]*$/i;

/** Most characters of a header that is shown. */
const cut = (name: string): string => name.slice(0, 80);
