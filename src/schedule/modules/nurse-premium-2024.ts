import document from "../be/nurse-premium-2024.json";
import { markShipped } from "../checked.ts";

export default markShipped(document);
