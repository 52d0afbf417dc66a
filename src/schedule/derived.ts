import { derivation } from "./derive.ts";
import { checkShape } from "./load.ts";

/** Derivation under every check of the language. */
export const derived = derivation({ checkShape });
