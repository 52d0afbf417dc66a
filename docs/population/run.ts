/** The run that the page shows. */
export const RUN = { physicians: 1000, seed: 1, year: 2026 } as const;
