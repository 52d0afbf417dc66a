import { settingFrench } from "../src/typography.ts";

/**
 * A page of Markdown in French, with the no-break spaces of its prose. Blocks and spans of code,
 * comments, addresses and headings stay as they are typed: GitHub makes the anchor of a heading
 * from its spaces.
 */
export const frenchPage = settingFrench(
  [
    "^```.*?^```[^\\n]*$",
    "`[^`\\n]*`",
    "<!--.*?-->",
    "^#+ [^\\n]*$",
    "\\]\\([^)]*\\)",
    "^\\|[ :|-]+\\|$",
  ].join("|"),
  "gms",
);
