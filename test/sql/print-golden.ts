/**
 * Prints one of the golden queries, as it is written now.
 * To change one on purpose: `node --import tsx test/sql/print-golden.ts NAME > fixtures/golden/NAME.sql`.
 */
import { printGolden } from "./golden.ts";

process.stdout.write(printGolden(process.argv[2] as string));
