import { expect, test } from "vitest";
import { englishWords, wordsIn } from "./english.ts";
import { faultsOf } from "./faults.ts";
import { typedTexts } from "./typed-texts.ts";

/** Every text of the code in its two languages, as it is typed. */

const texts = typedTexts();

test("the texts are found", () => {
  expect(texts.fr.length).toBeGreaterThan(1200);
  expect(texts.en.length).toBeGreaterThan(1100);
});

test.each(["fr", "en"] as const)("no text in %s has a fault", (locale) => {
  const all = texts[locale].flatMap(({ place, text }) =>
    faultsOf(text, locale).map((fault) => `${place}: ${fault}`),
  );
  expect(all).toEqual([]);
});

test("no French text has an English word but for keys in messages to programmers", () => {
  const english = englishWords();
  const all = texts.fr.flatMap(({ place, text }) => {
    const keys = KEYS[place.split(":")[0] as string] ?? [];
    return wordsIn(text).flatMap((word) =>
      english.has(word) && !keys.includes(word) ? [`${place}: ${word}: ${text}`] : [],
    );
  });
  expect(all).toEqual([]);
});

/** Keys that messages of the library name: the command has the words of who wrote a file. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  "src/audit/format-reconciliation.ts": ["reconcile"],
  "src/audit/paid-amounts.ts": ["component"],
  "src/audit/reconcile.ts": ["year"],
  "src/prevention/code-table.ts": ["kind", "none"],
  "src/prevention/decode.ts": ["system", "kind", "none"],
  "src/list/open-accounts.ts": ["physicians"],
  "src/list/patient-facts.ts": ["age", "seen", "empty"],
  "src/list/patient-on.ts": ["visits"],
  "src/list/physician-row.ts": ["practices"],
  "src/scenario/compare-schedules.ts": ["compare"],
  "src/schedule/altered.ts": ["over", "patch"],
  "src/schedule/consistency.ts": ["proposed", "assumed", "per"],
  "src/schedule/local-patch.ts": ["load"],
  "src/schedule/patch.ts": ["uplifts", "assumed", "user"],
  "src/sql/to-sql.ts": ["physician"],
  "src/statement/core.ts": ["module"],
  "src/words/read-words.ts": ["map"],
  "src/panel/columns/fields.ts": ["age"],
  "src/scenario/capitation/capitation.ts": ["when", "fees"],
  "src/scenario/bounds/bounds.ts": ["prevention", "seen"],
  "src/scenario/project/project-panels.ts": ["split"],
  "src/scenario/follow-up/follow-up.ts": ["by"],
  "src/scenario/regimes/added.ts": ["mean"],
  "src/schedule/prevention/check-indicator.ts": ["eligible", "validated"],
  "src/schedule/rules/per-slab.ts": ["from", "over"],
  "src/statement/bulk/bands.ts": ["split"],
  "src/statement/bulk/check-panels.ts": ["move"],
  "src/statement/bulk/options.ts": ["index", "match"],
  "src/statement/marginal/list-change.ts": ["set", "facts", "add", "patient"],
  "src/statement/sum/group-of.ts": ["by"],
};
