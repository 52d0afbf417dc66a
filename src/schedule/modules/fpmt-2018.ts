import { markShipped } from "../checked.ts";
import document from "../fr/fpmt-2018.json";
import { fpmt2018 } from "../shipped-digests.ts";

export default markShipped(document, fpmt2018);
