import { tokensOf } from "./header-tokens.ts";

/** Words of headers whose columns say who a person is, which no calculation needs. */
const PERSONAL = new Set(["nom", "prenom", "nir", "ins", "nss", "secu", "identite"]);

/** Words of physicians, whose names are public and tell lists apart. */
const PROFESSIONAL = new Set(["medecin", "cabinet", "physician"]);

/** Whether a column names its patients, by its header: `Nom`, `N° de sécurité sociale`. */
export function isPersonal(header: string): boolean {
  const tokens = tokensOf(header);
  if (tokens.some((token) => PROFESSIONAL.has(token))) return false;
  const isSocial = tokens.includes("securite") && tokens.includes("sociale");
  return isSocial || tokens.some((token) => PERSONAL.has(token));
}
