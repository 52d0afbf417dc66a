import { markChecked } from "../checked.ts";
import document from "../fr/proposal-2024-02-08.json";

export default markChecked(document);
