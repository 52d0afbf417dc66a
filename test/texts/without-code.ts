/**
 * What is not prose: the link to the other language, code, quoted values, addresses, a foreign word
 * in italics, options, fields and codes.
 */
const CODE = new RegExp(
  [
    "\\*?In English[^\\n]*",
    "^```.*?^```[^\\n]*$",
    "<!--.*?-->",
    "`[^`\\n]*`",
    "\\[[\\d-]+\\]\\([^)]*\\)",
    "\\[[\\w-]+\\]\\(notebooks[^)]*\\)",
    "\\]\\([^)]*\\)",
    "(?<!\\*)\\*[a-z]+\\*(?!\\*)",
    "https?:\\S+",
    "\\bnp[mx] [a-z]+ \\S+|forfait-medecin-traitant(?:\\/\\S+)?",
    '"[^"\\n]*"',
    "\\([\\w.[\\]+-]+\\)(?=[ \\u00a0]: trouvé)",
    "\\{[^{}]*\\}",
    "(?<![\\w§])--?[a-zà-ÿ][\\w-]*(?:=\\S+)?",
    "\\b[a-z]+[A-Z]\\w*",
    "\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\\b",
    "\\b(?:null|true|false|AT-MP|New Deal|NEW-DEAL-\\w+|Content-Security-Policy)\\b",
  ].join("|"),
  "gms",
);

/** A name with a point in it, of a file or of a value: `base.80+.amount`. */
const POINTED = /[\w+§]\.[\w+§-]/;

/** A text with a sign in place of all that is not prose. */
export function withoutCode(text: string): string {
  const rest = text.replace(CODE, "§");
  return rest.replace(/[^\s]+/g, (word) => (POINTED.test(word) ? "§" : word));
}
