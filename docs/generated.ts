import * as z from "zod/mini";
import { titles } from "../src/error-codes.ts";
import { noticeTitles } from "../src/notice-codes.ts";
import { getSchedule, listSchedules, type LocalizedText } from "../src/index.ts";
import * as language from "../src/schedule/schema";
import { statement } from "../src/statement/schema.ts";
import { schedulePage } from "./schedule-page.ts";

/** Every generated file of the repository: path to text. */
export function generated(): Map<string, string> {
  const pages = listSchedules().flatMap(({ id }) => {
    const schedule = getSchedule(id);
    return [
      [`docs/schedules/${id}.md`, schedulePage(schedule, "en")],
      [`docs/schedules/${id}.fr.md`, schedulePage(schedule, "fr")],
    ] as const;
  });
  return new Map([
    [
      "src/schedule/schedule.schema.json",
      jsonSchema(language.schedule, "A schedule of the forfait médecin traitant"),
    ],
    [
      "src/schedule/amendment.schema.json",
      jsonSchema(language.amendment, "An amendment, or a scenario: a patch over a schedule"),
    ],
    ["src/statement/statement.schema.json", jsonSchema(statement, "A physician's statement")],
    ["docs/errors.md", errorPage()],
    ...pages,
  ]);
}

function jsonSchema(schema: z.ZodMiniType, title: string): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema) }, null, 2)}\n`;
}

function errorPage(): string {
  return `# Errors by code · Erreurs par code

A code never changes its meaning. Every error says where (\`path\`), what was found, what was allowed, in French and in English.
Un code ne change jamais de sens. Chaque erreur dit où, ce qui a été trouvé et ce qui était attendu, en français et en anglais.

${codeTable(titles)}

## Assumptions and warnings of a statement · Suppositions et avertissements d'un relevé

${codeTable(noticeTitles)}
`;
}

function codeTable(all: Readonly<Record<string, LocalizedText>>): string {
  const rows = Object.entries(all).map(([code, { fr, en }]) => `| \`${code}\` | ${en} | ${fr} |`);
  return ["| code | English | français |", "| :-- | :-- | :-- |", ...rows].join("\n");
}
