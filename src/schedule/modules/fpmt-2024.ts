import { markShipped } from "../checked.ts";
import document from "../fr/resolved/fpmt-2024.json";
import { fpmt2024 } from "../shipped-digests.ts";

export default markShipped(document, fpmt2024);
