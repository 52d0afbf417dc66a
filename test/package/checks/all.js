import { billOfMaterials } from "./bill-of-materials.js";
import { browser } from "./browser.js";
import { content } from "./content.js";
import { documentsInChromium } from "./documents.js";
import { engines } from "./engines.js";
import { linters } from "./linters.js";
import { recipes } from "./recipes.js";
import { script } from "./script.js";
import { size } from "./size.js";
import { types } from "./types.js";

/** Every check of the packed package, the slowest first. */
export const checks = [
  ...linters,
  ...types,
  ...engines,
  ...browser,
  ...documentsInChromium,
  ...script,
  ...recipes,
  ...size,
  ...content,
  ...billOfMaterials,
];
