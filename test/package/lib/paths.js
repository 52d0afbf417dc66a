import { join } from "node:path";

/** The project, and the tools of this folder. */
export const root = join(import.meta.dirname, "..", "..", "..");
export const here = join(import.meta.dirname, "..");

/** A file of a tool of this folder. */
export const tool = (...parts) => join(here, "node_modules", ...parts);

/** A command of the project's own development dependencies. */
export const rootCommand = (name) => join(root, "node_modules", ".bin", name);
