import { markShipped } from "../checked.ts";
import document from "../fr/resolved/round-2023-12-21.json";
import { round20231221 } from "../shipped-digests.ts";

export default markShipped(document, round20231221);
