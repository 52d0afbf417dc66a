import { expect, test } from "vitest";
import { batch, whyRefused } from "../support/rows.ts";
import { why, type Why } from "../support/refused.ts";

const zone = "physicians[0].zone";

test.each<[string, object[], Why[]]>([
  [
    "two that share days, named with their bounds",
    [
      { value: "ZIP", until: "2025-03-31" },
      { value: "QPV", from: "2025-03-31" },
    ],
    [
      why(
        "PERIOD_OVERLAPS",
        zone,
        '"QPV (2025-03-31 – …)"',
        "une seule valeur par jour ; une autre : ZIP (… – 2025-03-31)",
        "one value on each day; another: ZIP (… – 2025-03-31)",
      ),
    ],
  ],
  [
    "two without any bound",
    [{ value: "ZIP" }, { value: "QPV" }],
    [
      why(
        "PERIOD_OVERLAPS",
        zone,
        '"QPV (… – …)"',
        "une seule valeur par jour ; une autre : ZIP (… – …)",
        "one value on each day; another: ZIP (… – …)",
      ),
    ],
  ],
  [
    "one that ends before it begins",
    [{ value: "ZIP", from: "2025-02-01", until: "2025-01-31" }],
    [
      why(
        "PERIOD_DISORDERED",
        `${zone}[0].until`,
        '"2025-01-31"',
        "une date à partir de 2025-02-01",
        "a date from 2025-02-01 on",
      ),
    ],
  ],
  [
    "one whose end is no date, without a word on others",
    [{ value: "ZIP", until: "soon" }, { value: "QPV" }],
    [
      why(
        "DATE_INVALID",
        `${zone}[0].until`,
        '"soon"',
        "AAAA-MM-JJ, AAAA-MM ou AAAA",
        "YYYY-MM-DD, YYYY-MM or YYYY",
      ),
    ],
  ],
])("periods of a physician are refused: %s", (_, periods, reasons) =>
  expect(whyRefused(batch([], [{ id: "a", zone: periods }]))).toEqual(reasons),
);

test.each([
  [{ until: "2025" }, '"2025"'],
  [{ from: "2020", until: "2025-12" }, '"2020 – 2025-12"'],
])("a period that leaves the day open is named by the bounds that it has: %j", (bounds, found) => {
  const [reason] = whyRefused(batch([], [{ id: "a", zone: [{ value: "ZIP", ...bounds }] }]));
  const { code, allowed } = why(
    "DATE_INCOMPLETE",
    zone,
    found,
    "des jours AAAA-MM-JJ : ces dates peuvent tomber avant ou après le 31/12/2025",
    "days YYYY-MM-DD: these dates may fall before or after 2025-12-31",
  );
  expect(reason).toMatchObject({ code, found, allowed });
});
