import type { AmountCase, Locale, Schedule } from "../src/index.ts";
import { attributionOf, type Attribution } from "../src/schedule/provenance.ts";
import { wayText } from "../src/schedule/prevention/way-text.ts";
import { waysIn } from "../src/schedule/prevention/ways-of.ts";
import { statusNames } from "../src/statement/format/words.ts";

const words = {
  en: {
    made: "Made from the schedule's document; do not edit.",
    other: "En français",
    of: (id: string) => `An indicator of \`${id}\`, called \`$\` in lists.`,
    administrative:
      "This page is administrative. It decides no care: who needs which act is for the physician and the patient to say.",
    private:
      "It names numbers of ALD, which reveal illnesses: a list that holds them is health data.",
    eligible: "Who is eligible",
    validated: "What validates",
    any: "Any of these is enough. Y is the year whose actions count.",
    way: "way",
    what: "what",
    status: "how sure",
    why: "what is assumed",
    sources: "sources",
    conditions: "Conditions, told or shown",
    acts: "Acts, and whether the practice would know",
    here: "The record of the practice holds them: what is not in it when the window ends was not done.",
    elsewhere: "They may be done elsewhere: what is not in the record stays unknown.",
    told: "It is told by the list",
    shown: "or shown by",
    and: "; ",
    unsure: "Nothing here was read in the annex of the convention.",
  },
  fr: {
    made: "Page faite depuis le document du barème ; ne pas la modifier.",
    other: "In English",
    of: (id: string) => `Un indicateur de \`${id}\`, appelé \`$\` dans les listes.`,
    administrative:
      "Cette page est administrative. Elle ne décide d'aucun soin : de quel acte un patient a besoin, c'est au médecin et au patient de le dire.",
    private:
      "Elle nomme des numéros d'ALD, qui révèlent des maladies : une liste qui les porte est une donnée de santé.",
    eligible: "Qui est éligible",
    validated: "Ce qui valide",
    any: "Une seule de ces façons suffit. Y est l'année dont les indicateurs validés comptent.",
    way: "façon",
    what: "quoi",
    status: "certitude",
    why: "hypothèse",
    sources: "sources",
    conditions: "Affections, dites ou montrées",
    acts: "Actes, et ce que le cabinet en saurait",
    here: "Le dossier du cabinet les contient : ce qui n'y est pas à la fin de la période n'a pas été fait.",
    elsewhere: "Ils peuvent se faire ailleurs : ce qui n'est pas au dossier reste inconnu.",
    told: "Dite par la liste",
    shown: "ou montrée par",
    and: " ; ",
    unsure: "Rien ici n'a été lu dans l'annexe de la convention.",
  },
} as const;

/** The indicators of a schedule that say who is eligible and what validates. */
export function indicatorsOf(
  schedule: Schedule,
): readonly (readonly [path: string, id: string, one: AmountCase])[] {
  return Object.entries(schedule.amounts).flatMap(([component, { per, cases = {} }]) =>
    per === "indicator"
      ? Object.entries(cases)
          .filter(([, { eligible }]) => eligible)
          .map(([id, one]) => [`${component}.${id}`, id, one] as const)
      : [],
  );
}

/** A page that says all that a schedule says of one indicator, and plainly what is assumed. */
export function indicatorPage(
  schedule: Schedule,
  [path, id, one]: ReturnType<typeof indicatorsOf>[number],
  locale: Locale,
): string {
  const word = words[locale];
  const { acts = {}, conditions = {} } = schedule;
  const used = [...Object.values(one.eligible ?? {}), ...Object.values(one.validated ?? {})];
  const conditionIds = [...new Set(used.flatMap(({ condition }) => condition ?? []))];
  const kinds = [...new Set(used.flatMap((way) => Object.keys(way.acts ?? {})))];
  const hasAld =
    used.some(({ ald }) => ald) ||
    conditionIds.some((one) =>
      Object.values(conditions[one]?.shownBy ?? {}).some((way) => way.ald),
    );
  const link = (source: string): string => {
    const { url } = schedule.sources[source] ?? {};
    return url ? `[${source}](${url})` : source;
  };
  const sure = ({ status, sources, assumed }: Attribution): string[] => [
    statusNames[status][locale],
    assumed?.[locale] ?? "",
    sources.map(link).join(", "),
  ];
  const ways = (part: "eligible" | "validated"): string =>
    table(
      [word.way, word.what, word.status, word.why, word.sources],
      waysIn(path, one, part).map(({ name, way, provenance }) => [
        `\`${name}\``,
        wayText(schedule, way)[locale],
        ...sure(attributionOf(schedule, provenance)),
      ]),
    );
  const other = locale === "fr" ? `${id}.md` : `${id}.fr.md`;
  return [
    `<!-- ${word.made} -->`,
    `# ${one[locale] ?? id}`,
    "",
    `${word.other}${locale === "fr" ? ": " : " : "}[${other}](${other})`,
    "",
    word.of(schedule.id).replace("$", id),
    "",
    word.administrative,
    "",
    ...(hasAld ? [word.private, ""] : []),
    word.unsure,
    "",
    `## ${word.eligible}`,
    "",
    word.any,
    "",
    ways("eligible"),
    "",
    `## ${word.validated}`,
    "",
    word.any,
    "",
    ways("validated"),
    ...(conditionIds.length === 0 ? [] : ["", `## ${word.conditions}`]),
    ...conditionIds.flatMap((name) => {
      const {
        fr,
        en,
        shownBy = {},
        ...provenance
      } = conditions[name] as NonNullable<(typeof conditions)[string]>;
      const shown = Object.values(shownBy).map((way) => wayText(schedule, way)[locale]);
      const by = shown.length > 0 ? `, ${word.shown} ${shown.join("; ")}` : "";
      const [status, why] = sure(attributionOf(schedule, provenance));
      return [
        "",
        `- \`${name}\`, ${{ fr, en }[locale]}. ${word.told}${by}. ${status}${word.and}${why}.`,
      ];
    }),
    "",
    `## ${word.acts}`,
    ...kinds.flatMap((kind) => {
      const { fr, en, recorded, ...provenance } = acts[kind] as NonNullable<(typeof acts)[string]>;
      const [status, why] = sure(attributionOf(schedule, provenance));
      return [
        "",
        `- \`${kind}\`, ${{ fr, en }[locale]}. ${word[recorded]} (${status}${word.and}${why}.)`,
      ];
    }),
    "",
  ].join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => ":--"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
