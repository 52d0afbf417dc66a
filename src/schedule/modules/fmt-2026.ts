import { markChecked } from "../checked.ts";
import document from "../fr/fmt-2026.json";

export default markChecked(document);
