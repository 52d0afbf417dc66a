/** Year of the reference day for a payment year: `"31/12/N-1"` in 2026 is 2025. */
export function referenceYearOf(day: string, year: number): number {
  return year + Number(day.split("N")[1] || 0);
}
