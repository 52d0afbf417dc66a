import { markChecked } from "../checked.ts";
import document from "../fr/fpmt-2018.json";

export default markChecked(document);
