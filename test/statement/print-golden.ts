/**
 * Prints the golden statements, as they are computed now: all of them, or the one that is named.
 * To change one on purpose: `node --import tsx test/statement/print-golden.ts ID > fixtures/golden/ID.json`, then its arithmetic in golden.test.ts.
 */
import { computeGolden, GOLDEN } from "./golden.ts";

const [id] = process.argv.slice(2);
const statements =
  id === undefined
    ? Object.fromEntries(GOLDEN.map((one) => [one, computeGolden(one)]))
    : computeGolden(id);
process.stdout.write(`${JSON.stringify(statements, undefined, 2)}\n`);
