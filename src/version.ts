import { version as current } from "../package.json";

/** The version of this package. */
export const version: string = current;
