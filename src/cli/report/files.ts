import { byKey } from "../../by-key.ts";
import type { Locale } from "../../error.ts";
import { quoted } from "../../printable.ts";
import { count } from "../../typography.ts";
import { fieldName } from "../../words/field-names.ts";
import { isPersonal } from "../../words/personal.ts";
import type { Context } from "../arguments/context.ts";
import type { BatchFromFiles } from "../input/batch.ts";

type FilesRead = Pick<BatchFromFiles, "notes" | "notedColumns"> &
  Partial<Pick<BatchFromFiles, "columns">>;

/** Of patients whom only their names tell apart. */
const WITHOUT_ID = {
  fr: " : sans numéro de dossier, qui est inscrit deux fois est compté deux fois",
  en: ": without the number of a file, who stands there twice is counted twice",
};

/** Tells how the files were read, and which columns were not. */
export async function reportFiles(
  { args, io, locale }: Context,
  { notes, notedColumns, columns: read = [] }: FilesRead,
): Promise<void> {
  const grouping = typeof args.values.by === "string" ? args.values.by.split(",") : [];
  for (const note of notes) await io.err.write(`${note[locale]}\n`);
  for (const [file, columns] of byKey(notedColumns, (column) => column.file)) {
    for (const { name, nearest, field, restored } of columns) {
      if (restored !== undefined) await io.err.write(restoredLine(file, name, restored, locale));
      else if (nearest !== undefined && field !== undefined)
        await io.err.write(nearLine(file, name, locale === "fr" ? field : nearest, locale));
    }
    const unread = columns.filter(
      ({ name, nearest, restored }) =>
        nearest === undefined && restored === undefined && !grouping.includes(name),
    );
    if (unread.length > 0) await io.err.write(unreadLine(file, unread, locale));
    const fields = read.find((one) => one.file === file)?.header.fields ?? [];
    const isOfPatients = fields.includes("ald") && !fields.includes("id");
    if (isOfPatients && unread.some(({ name }) => isPersonal(name)))
      await io.err.write(`${file}${WITHOUT_ID[locale]}\n`);
  }
}

/** A column that resembles a known one, which another column is. */
function nearLine(file: string, name: string, near: string, locale: Locale): string {
  return locale === "fr"
    ? `${file} : colonne « ${quoted(name)} » non lue ; la plus proche : ${fieldName(near, "fr")}\n`
    : `${file}: column "${quoted(name)}" not read; the nearest is ${near}\n`;
}

/** Most columns that a line names. */
const NAMED = 20;

function unreadLine(file: string, columns: readonly { name: string }[], locale: Locale): string {
  const fr = locale === "fr";
  const names = columns
    .slice(0, NAMED)
    .map(({ name }) => (fr ? `« ${quoted(name)} »` : `"${quoted(name)}"`));
  const more = columns.length > NAMED ? [`… (${count(columns.length, locale)})`] : [];
  const all = [...names, ...more].join(", ");
  const [one, several, erase] = fr
    ? [" : colonne non lue : ", " : colonnes non lues : ", ERASE.fr]
    : [": column not read: ", ": columns not read: ", ERASE.en];
  const advice = columns.some(({ name }) => isPersonal(name)) ? erase : "";
  return `${file}${columns.length === 1 ? one : several}${all}${advice}\n`;
}

const ERASE = {
  fr: " ; noms et NIR ne servent à rien ici : les effacer de la liste",
  en: "; names and social security numbers are of no use here: erase them from the list",
};

function restoredLine(file: string, name: string, restored: string, locale: Locale): string {
  const [was, is] = [quoted(name), quoted(restored)];
  return locale === "fr"
    ? `${file} : accents perdus, colonne « ${was} » lue comme « ${is} » ; enregistrer en UTF-8\n`
    : `${file}: accents lost, column "${was}" read as "${is}"; save it as UTF-8\n`;
}
