import { refuse } from "../../error.ts";

/** Loads an optional package. @throws ForfaitError ENGINE_MISSING */
export async function loadOptional<Package>(
  name: string,
  load: () => Promise<Package>,
): Promise<Package> {
  try {
    return await load();
  } catch (error) {
    return refuse("ENGINE_MISSING", "engine", (error as Error).message, {
      fr: `le paquet ${name} : npm install ${name}`,
      en: `the package ${name}: npm install ${name}`,
    });
  }
}
