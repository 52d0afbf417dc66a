import { markShipped } from "../checked.ts";
import document from "../fr/resolved/round-2024-03-14.json";
import { round20240314 } from "../shipped-digests.ts";

export default markShipped(document, round20240314);
