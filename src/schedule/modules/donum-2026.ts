import { markShipped } from "../checked.ts";
import document from "../fr/donum-2026.json";

export default markShipped(document);
