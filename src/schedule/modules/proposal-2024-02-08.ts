import { markShipped } from "../checked.ts";
import document from "../fr/proposal-2024-02-08.json";
import { proposal20240208 } from "../shipped-digests.ts";

export default markShipped(document, proposal20240208);
