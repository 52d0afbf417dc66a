import { describe, expect, test } from "vitest";
import { euros } from "../support/table.ts";
import { computeGolden, expectedGolden, GOLDEN } from "./golden.ts";

/**
 * The golden statements, worked out by hand. Each list has eight patients; what they bring is in their order.
 * Instalments are the sums of their components.
 */
interface Hand {
  readonly components: Readonly<Record<string, number>>;
  readonly instalments: Readonly<Record<string, number>>;
}

/** 2 of 8 on the C2S: 25 %, so (25 - 7) / 2 = 9 %. Gone on 30 June: two quarters of four; half of 19.53 is 9.765, so 9.77 is taken off. */
const fpmt2018Base = 6 + 5 + 5 + 42 + 42 + 42 + 70 + 5;
/** A year before, p2 was 6 and p4 was 79. */
const fpmt2018Before = 6 + 6 + 5 + 5 + 42 + 42 + 70 + 5;
const fpmt2018: Hand = {
  components: { base: fpmt2018Base - fpmt2018Base * 0.5, precarity: 19.53 - 9.77 },
  instalments: {
    "2020-06": fpmt2018Before * 0.25,
    "2020-09": fpmt2018Before * 0.25,
    "2020-11": fpmt2018Before * 0.25,
    "2021-03": fpmt2018Base * 0.5 - 3 * fpmt2018Before * 0.25 + (19.53 - 9.77),
  },
};

/** 1 of 8 on the C2S: 12.5 %, so (12.5 - 7) / 2 = 2.75 %; of 229 EUR that is 6.2975, so 6.30. */
const fpmt2024Base = 6 + 5 + 5 + 46 + 46 + 46 + 70 + 5;
/** On the list of the year before p2 was 6, p4 was 79, and p9, 80 years old, was there instead of p8. */
const fpmt2024Before = 6 + 6 + 5 + 5 + 46 + 46 + 70 + 46;
const fpmt2024: Hand = {
  components: { base: fpmt2024Base, precarity: 6.3 },
  instalments: {
    "2025-06": fpmt2024Before * 0.25,
    "2025-09": fpmt2024Before * 0.25,
    "2025-11": fpmt2024Before * 0.25,
    "2026-03": fpmt2024Base - 3 * fpmt2024Before * 0.25 + 6.3,
  },
};

/** p8, last seen in 2023, brings 5 EUR. Installed in 2024: year 2 on 31 December 2025, 30 %. Born on 31 December 1958: 67. */
const fmtBase = 15 + 5 + 5 + 15 + 55 + 55 + 100 + 5;
/** A quarter of 255 is 63.75 and of 30 is 7.50; of 76.50 it is 19.125, of 25.50 it is 6.375: cut, with the two odd cents of each on the last. */
/** The sum is cut: 255 + 30 + 76.50 + 25.50 = 387 EUR, which four divides. */
const fmtQuarter = 387 / 4;
const fmt: Hand = {
  components: {
    base: fmtBase,
    c2s: 3 * 10,
    prevention: (2 + 1 + 3) * 5,
    zone: fmtBase * 0.3,
    age67: fmtBase * 0.1,
  },
  instalments: {
    "2026-04": fmtQuarter,
    "2026-06": fmtQuarter,
    "2026-09": fmtQuarter,
    "2026-11": fmtQuarter,
    "2027": (2 + 1 + 3) * 5,
  },
};

/** A ZAC adds 10 % of the whole: base, C2S and prevention. */
const proposalBase = 6 + 5 + 5 + 46 + 55 + 55 + 70 + 5;
const proposalWhole = proposalBase + 2 * 5 + (2 + 1 + 3) * 5;
const proposal: Hand = {
  components: {
    base: proposalBase,
    c2s: 2 * 5,
    prevention: (2 + 1 + 3) * 5,
    zone: proposalWhole * 0.1,
  },
  instalments: { "2024": proposalWhole * 1.1 },
};

/** The amounts of ALD are raised; 1 of 8 on the C2S: 2.75 % of 255.74 is 7.03285, so 7.03. A year before, p2 was 6 and p4 was 79: 215.74, of which a quarter is 53.935, cut. */
const decemberBase = 6 + 5 + 5 + 46 + 53.59 + 53.59 + 81.56 + 5;
const decemberAdvance = 53.93;
const december: Hand = {
  components: { base: decemberBase, precarity: 7.03 },
  instalments: {
    "2024-06": decemberAdvance,
    "2024-09": decemberAdvance,
    "2024-11": decemberAdvance,
    "2025-03": decemberBase - 3 * decemberAdvance + 7.03,
  },
};

/** p8, in ALD and on the C2S, was not seen: nothing. A ZAC adds 10 % of the whole. */
const roundBase = 6 + 5 + 5 + 55 + 55 + 55 + 100 + 0;
const roundWhole = roundBase + 2 * 10 + (2 + 1 + 3) * 5;
const round: Hand = {
  components: {
    base: roundBase,
    c2s: 2 * 10,
    prevention: (2 + 1 + 3) * 5,
    zone: roundWhole * 0.1,
  },
  instalments: { "2024": roundWhole * 1.1 },
};

/** Part 1; of part 2 DMP, AAT, AT-MP, DMT, SPE, e-prescription, coordinated care, coding, services, devices and SAS. */
const structurePoints = 40 + 3 * 22.5 + 10 + 40 + 120 + 50 + 70 + 25 + 200;
const structure: Hand = {
  components: { "part-1": 280 * 7, "part-2": structurePoints * 7 },
  instalments: { "2026": (280 + structurePoints) * 7 },
};

/** The base, 280 points of 7 EUR; one rate of the certificates is under 30 %, so 60 points for the prescriptions and 20 for the tools. */
const donum: Hand = {
  components: { socle: 280 * 7, options: (60 + 20) * 7 },
  instalments: { "2027": (280 + 60 + 20) * 7 },
};

/** Eight patients by 2, which the input makes of the 500: four slabs; 21.5 hours by 6: three. A quarter of 29821.50 is 7455.375: cut, with the two odd cents on the last. */
const nurse = 3 * 9940.5;
const nursePremium: Hand = {
  components: { nurse },
  instalments: {
    "2024-03": 7455.37,
    "2024-06": 7455.37,
    "2024-09": 7455.37,
    "2024-12": nurse - 3 * 7455.37,
  },
};

const byHand: Readonly<Record<(typeof GOLDEN)[number], Hand>> = {
  "fr.fpmt.2018": fpmt2018,
  "fr.fpmt.2024": fpmt2024,
  "fr.fmt.2026": fmt,
  "fr.round.2023-12-21": december,
  "fr.proposal.2024-02-08": proposal,
  "fr.round.2024-03-14": round,
  "fr.round.2024-05-17": round,
  "fr.forfait-structure.2025": structure,
  "fr.donum.2026": donum,
  "be.nurse-premium.2024": nursePremium,
};

describe.each(GOLDEN)("the golden statement of %s", (id) => {
  const golden = expectedGolden(id);
  const inEuros = (amounts: Readonly<Record<string, number>>): object =>
    Object.fromEntries(Object.entries(amounts).map(([key, amount]) => [key, euros(amount)]));

  test("is what hand arithmetic gives", () => {
    const { components, instalments } = byHand[id];
    expect(golden.components).toEqual(inEuros(components));
    expect(golden.total).toBe(euros(Object.values(components).reduce((a, b) => a + b)));
    expect(Object.fromEntries(golden.instalments.map(({ due, amount }) => [due, amount]))).toEqual(
      inEuros(instalments),
    );
  });

  test("is what is computed", () => {
    expect(computeGolden(id)).toEqual(golden);
  });
});
