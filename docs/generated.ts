import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { titles } from "../src/error-codes.ts";
import { leftOutTitles } from "../src/list/left-out.ts";
import { noticeTitles } from "../src/notice-codes.ts";
import { getSchedule, type LocalizedText, type Schedule } from "../src/index.ts";
import { load } from "../src/schedule/load.ts";
import { schemas } from "../src/schedule/schema.ts";
import { statement } from "../src/statement/schema.ts";
import { frenchPage } from "./french-page.ts";
import { objectivesPage } from "./objectives/page.ts";
import { populationPage } from "./population/page.ts";
import { indicatorPage, indicatorsOf } from "./indicator-page.ts";
import { schedulePage } from "./schedule-page.ts";
import { shippedDigests } from "./shipped-digests.ts";
import { shippedIds } from "./shipped-ids.ts";
import { wordsPage } from "./words-page.ts";

/** Every generated file of the repository: path to text. */
export async function generated(): Promise<Map<string, string>> {
  const schedules = loaded();
  const pages = schedules.flatMap(([, schedule]) => [
    [`docs/schedules/${schedule.id}.md`, schedulePage(schedule, "en")] as const,
    [`docs/schedules/${schedule.id}.fr.md`, schedulePage(schedule, "fr")] as const,
  ]);
  const ofIndicators = schedules.flatMap(([, schedule]) =>
    indicatorsOf(schedule).flatMap((one) => [
      [`docs/indicators/${one[1]}.md`, indicatorPage(schedule, one, "en")] as const,
      [`docs/indicators/${one[1]}.fr.md`, indicatorPage(schedule, one, "fr")] as const,
    ]),
  );
  const resolved = schedules
    .filter(([, { amends }]) => amends !== undefined)
    .map(([name, schedule]) => [`src/schedule/fr/resolved/${name}`, asJson(schedule)] as const);
  const files: readonly (readonly [path: string, text: string])[] = [
    [
      "src/schedule/schedule.schema.json",
      jsonSchema(schemas().schedule, "A schedule of the forfait médecin traitant"),
    ],
    [
      "src/schedule/amendment.schema.json",
      jsonSchema(schemas().amendment, "An amendment, or a scenario: a patch over a schedule"),
    ],
    ["src/statement/statement.schema.json", jsonSchema(statement, "A physician's statement")],
    ["src/schedule/shipped-digests.ts", await shippedDigests(schedules)],
    ["src/shipped-ids.ts", await shippedIds(schedules.map(([, schedule]) => schedule))],
    ["docs/errors.md", errorPage()],
    ["docs/words.md", wordsPage("en")],
    ["docs/mots.md", wordsPage("fr")],
    ["docs/population.md", populationPage("en")],
    ["docs/population-fictive.md", populationPage("fr")],
    ["docs/objectives.md", objectivesPage("en")],
    ["docs/objectifs.md", objectivesPage("fr")],
    ...pages,
    ...ofIndicators,
    ...resolved,
  ];
  return new Map(files.map(([path, text]) => [path, isFrench(path) ? frenchPage(text) : text]));
}

const FRENCH = ["docs/mots.md", "docs/population-fictive.md", "docs/objectifs.md"];

/** Whether a file is a page in French. */
function isFrench(path: string): boolean {
  return path.endsWith(".fr.md") || FRENCH.includes(path);
}

/** An amendment may be over another, which comes before it by name and may have changed as well. */
function loaded(): (readonly [name: string, Schedule])[] {
  const known = new Map<string, Schedule>();
  return documents().map(([name, text]) => {
    const schedule = load(text, (id) => known.get(id) ?? getSchedule(id));
    known.set(schedule.id, schedule);
    return [name, schedule];
  });
}

/** The documents of the library as they stand in their files, so that each is checked whole. */
function documents(): (readonly [name: string, text: string])[] {
  return ["fr", "be"].flatMap((country) => {
    const path = join(import.meta.dirname, "../src/schedule", country);
    return readdirSync(path)
      .filter((name) => name.endsWith(".json"))
      .map((name) => [name, readFileSync(join(path, name), "utf8")] as const);
  });
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function jsonSchema(schema: z.ZodMiniType, title: string): string {
  return asJson({ title, ...z.toJSONSchema(schema) });
}

function errorPage(): string {
  return `# Errors by code · Erreurs par code

A code never changes its meaning. Every error says where (\`path\`), what was found, what was allowed, in French and in English.
Un code ne change jamais de sens. Chaque erreur dit où, ce qui a été trouvé et ce qui était attendu, en français et en anglais.

\`isForfaitError(value)\` knows the errors of every copy of the package. An error that a Worker posts keeps its message alone: post \`error.refusal\`, which is plain data, and make \`ForfaitError.from(refusal)\` of it.
\`isForfaitError(value)\` reconnaît les erreurs de toute copie du paquet. Une erreur envoyée par un Worker ne garde que son message : envoyez \`error.refusal\`, qui n'est que des données, et refaites-en l'erreur par \`ForfaitError.from(refusal)\`.

${codeTable(titles)}

## Assumptions and warnings of a statement · Suppositions et avertissements d'un relevé

${codeTable(noticeTitles)}

Rows that are not on the list on the day, by \`leftOut\` · Lignes hors liste, par \`leftOut\` :

${codeTable(leftOutTitles)}
`;
}

function codeTable(all: Readonly<Record<string, LocalizedText>>): string {
  const rows = Object.entries(all).map(([code, { fr, en }]) => `| \`${code}\` | ${en} | ${fr} |`);
  return ["| code | English | français |", "| :-- | :-- | :-- |", ...rows].join("\n");
}
