import { markShipped } from "../checked.ts";
import document from "../fr/forfait-structure-2025.json";
import { forfaitStructure2025 } from "../shipped-digests.ts";

export default markShipped(document, forfaitStructure2025);
