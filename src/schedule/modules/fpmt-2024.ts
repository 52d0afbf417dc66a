import { markChecked } from "../checked.ts";
import document from "../fr/resolved/fpmt-2024.json";

export default markChecked(document);
