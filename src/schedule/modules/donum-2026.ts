import { markShipped } from "../checked.ts";
import document from "../fr/donum-2026.json";
import { donum2026 } from "../shipped-digests.ts";

export default markShipped(document, donum2026);
