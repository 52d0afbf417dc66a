import { markShipped } from "../checked.ts";
import document from "../fr/resolved/fpmt-2024.json";

export default markShipped(document);
