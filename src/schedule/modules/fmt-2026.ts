import { markShipped } from "../checked.ts";
import document from "../fr/fmt-2026.json";

export default markShipped(document);
