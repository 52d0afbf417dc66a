/** Text in both languages of the library. */
export interface LocalizedText {
  readonly fr: string;
  readonly en: string;
}

export type Locale = keyof LocalizedText;
