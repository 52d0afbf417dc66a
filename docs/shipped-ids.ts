import { format, resolveConfig } from "prettier";
import type { Schedule } from "../src/index.ts";

/** Source text of the unions of ids of the shipped schedules, which editors complete. */
export async function shippedIds(schedules: readonly Schedule[]): Promise<string> {
  const unions: readonly (readonly [name: string, doc: string, ids: Iterable<string>])[] = [
    ["ShippedScheduleId", "Ids of the schedules.", schedules.map(({ id }) => id)],
    ["ShippedComponentId", "Ids of their components.", schedules.flatMap(componentIds)],
    ["ShippedIndicatorId", "Ids of their prevention indicators.", schedules.flatMap(indicatorIds)],
    ["ShippedValuePath", "Paths of their amounts and rates.", schedules.flatMap(valuePaths)],
  ];
  const source = `
    /** Ids in the schedules that the package ships. Written by \`npm run generate\`; do not edit. */


    ${unions.map(([name, doc, ids]) => `/** ${doc} */\nexport type ${name} = ${union(ids)};\n\n`).join("")}
    /** Their readings, with the options of each. */
    export interface ShippedReadings {
      ${Object.entries(readingOptions(schedules))
        .map(([id, options]) => `readonly ${JSON.stringify(id)}: ${union(options)};`)
        .join("\n")}
    }
  `;
  return format(source, { ...(await resolveConfig(import.meta.filename)), parser: "typescript" });
}

function union(ids: Iterable<string>): string {
  return [...new Set(ids)].map((id) => JSON.stringify(id)).join(" | ");
}

function componentIds({ amounts, uplifts }: Schedule): string[] {
  return Object.keys({ ...amounts, ...uplifts?.cases });
}

/** A case named `any` stands for the indicators that have no case of their own. */
function indicatorIds({ amounts }: Schedule): string[] {
  return Object.values(amounts)
    .filter(({ per }) => per === "indicator")
    .flatMap(({ cases = {} }) => Object.keys(cases).filter((id) => id !== "any"));
}

function valuePaths({ amounts, uplifts }: Schedule): string[] {
  const paths = (components: object, key: "amount" | "rate"): string[] =>
    Object.entries(components as Schedule["amounts"]).flatMap(([id, { cases }]) =>
      cases ? Object.keys(cases).map((name) => `${id}.${name}.${key}`) : [`${id}.${key}`],
    );
  return [...paths(amounts, "amount"), ...paths(uplifts?.cases ?? {}, "rate")];
}

function readingOptions(schedules: readonly Schedule[]): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const { readings = {} } of schedules)
    for (const [id, { default: byDefault, or }] of Object.entries(readings))
      (all[id] ??= []).push(byDefault, ...Object.keys(or));
  return all;
}
