import { markShipped } from "../checked.ts";
import document from "../fr/resolved/round-2024-05-17.json";
import { round20240517 } from "../shipped-digests.ts";

export default markShipped(document, round20240517);
