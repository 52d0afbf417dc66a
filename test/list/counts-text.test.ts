import { computePhysicians, type Counts, type Locale } from "../../src/index.ts";
import { countsText, reasonsText } from "../../src/list/counts-text.ts";
import { typeset } from "../../src/typography.ts";
import { anAdult } from "../support/rows.ts";
import { table } from "../support/table.ts";

const counts = { read: 1234, computed: 1231, leftOut: 1, rejected: 2 };

table<readonly [typeof counts, Locale, isComputed?: boolean], string>(
  "what became of the rows is a sum",
  [
    [
      "in French",
      [counts, "fr"],
      "1\u00a0234 lues = 1\u00a0231 calculées + 1 hors liste + 2 refusées",
    ],
    ["in English", [counts, "en"], "read 1,234 = computed 1,231 + left out 1 + rejected 2"],
    [
      "of rows that are only checked",
      [counts, "fr", false],
      "1\u00a0234 lues = 1\u00a0231 acceptées + 1 hors liste + 2 refusées",
    ],
    [
      "in English too",
      [counts, "en", false],
      "read 1,234 = accepted 1,231 + left out 1 + rejected 2",
    ],
    [
      "of one row",
      [{ read: 1, computed: 1, leftOut: 0, rejected: 0 }, "fr"],
      "1 lue = 1 calculée + 0 hors liste + 0 refusée",
    ],
  ],
  (given) => countsText(...given),
);

const { counts: reasons } = computePhysicians(
  { patients: [anAdult, { ...anAdult, diedOn: "2020" }, { ...anAdult, ald: "oui" as never }] },
  { year: 2026 },
);

table<readonly [Counts, Locale], readonly string[]>(
  "why rows are not computed is told by reason",
  [
    [
      "in French",
      [reasons, "fr"],
      [
        typeset({ fr: "décédé ce jour ou avant : 1", en: "" }).fr,
        typeset({ fr: "ALD invalide : 1", en: "" }).fr,
      ],
    ],
    ["in English", [reasons, "en"], ["died on the day or before: 1", "invalid ALD: 1"]],
  ],
  ([given, locale]) => reasonsText(given, locale),
);
