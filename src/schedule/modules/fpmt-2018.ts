import { markShipped } from "../checked.ts";
import document from "../fr/fpmt-2018.json";

export default markShipped(document);
