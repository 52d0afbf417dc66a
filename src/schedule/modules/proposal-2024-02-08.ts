import { markShipped } from "../checked.ts";
import document from "../fr/proposal-2024-02-08.json";

export default markShipped(document);
