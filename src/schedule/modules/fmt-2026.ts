import { markShipped } from "../checked.ts";
import document from "../fr/fmt-2026.json";
import { fmt2026 } from "../shipped-digests.ts";

export default markShipped(document, fmt2026);
