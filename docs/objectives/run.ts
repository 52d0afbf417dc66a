/**
 * The run that the page shows: physicians of each département on average, few of them to show what
 * secrecy costs, and the years on whose last day lists are followed, from the earlier to the later.
 */
export const RUN = { physicians: 40, few: 10, days: [2021, 2025] } as const;
