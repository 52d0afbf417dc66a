import document from "../be/nurse-premium-2024.json";
import { markShipped } from "../checked.ts";
import { nursePremium2024 } from "../shipped-digests.ts";

export default markShipped(document, nursePremium2024);
