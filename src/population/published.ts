/**
 * Figures published of physicians and their patients, to which the synthetic country is calibrated.
 * docs/population.md gives the source of each, and what was reached.
 */

/** CNAM, end of 2021: 50,560 physicians, adults and children. */
export const LIST_SIZES = {
  physicians: 50_560,
  mean: 1060,
  percentiles: [
    [10, 198],
    [20, 532],
    [30, 731],
    [50, 1020],
    [70, 1318],
    [80, 1524],
    [90, 1844],
  ],
} as const;

/** INSEE, pyramid: share of people by age on 1 January, in percent. */
export const PEOPLE_BY_AGE: Readonly<Record<number, Readonly<Record<string, number>>>> = {
  2022: { "0-6": 7.54, "7-15": 11.21, "16-74": 71.44, "75-79": 3.72, "80+": 6.09 },
  2026: { "0-6": 7.22, "7-15": 10.88, "16-74": 70.58, "75-79": 4.9, "80+": 6.41 },
};

export const ALD = {
  /** CNAM, December 2023: patients in ALD per physician. */
  perPhysician: 230,
  /** IGAS-IGF, 2021: share of them who are 60 or over. */
  from60: 0.64,
  /** celtipharm, 2015: share in ALD. */
  "75-79": { M: 0.6, F: 0.46 },
  "80+": 0.75,
} as const;

/** IGAS-IGF, régime général, 2022: persons of each number of ALD, and their mean age. */
export const ALD_NUMBERS = {
  persons: 12_344_220,
  recognised: 15_366_030,
  byNumber: {
    1: { persons: 506_530, meanAge: 71 },
    3: { persons: 606_640, meanAge: 72 },
    5: { persons: 1_383_510, meanAge: 74 },
    8: { persons: 3_293_020, meanAge: 67 },
    12: { persons: 256_320, meanAge: 79 },
    13: { persons: 1_415_300, meanAge: 72 },
    23: { persons: 1_526_110, meanAge: 50 },
    30: { persons: 2_386_370, meanAge: 69 },
    31: { persons: 823_790 },
    32: { persons: 73_980 },
  },
} as const;

/** End of 2023: 7.45 million persons, 11 % of people. */
export const C2S = {
  people: 7_450_000 / 0.11,
  free: { persons: 5_830_000, meanAge: 28, under20: 0.41 },
  contributory: { persons: 1_620_000, meanAge: 44 },
} as const;

/** CNAM, 2021, in percent: the rest is in sector 2. */
export const SECTORS = { "1": 95, "2-optam": 3 } as const;

/** 2019, in percent of physicians. */
export const IN_ZIP = 11;
