export interface FormatOptions { locale?: "fr"|"en" }
export function formatStatement(): string { return ""; }
