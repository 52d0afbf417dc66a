import { expectTypeOf } from "vitest";
import type * as z from "zod/mini";
import type {
  Advances,
  Amendment,
  EqualParts,
  Payment,
  Provenance,
  Schedule,
  Statement,
} from "../../src/index.ts";
import type { amendment, schedule } from "../../src/schedule/schema.ts";
import type { statement } from "../../src/statement/schema.ts";
import type { Differences, Named, Plain } from "./equal.ts";

/** A type that is published and the zod schema that checks it change together, or this does not compile. */

type Parsed = z.output<typeof schedule>;

expectTypeOf<
  Differences<Plain<Omit<Schedule, "payment">>, Plain<Omit<Parsed, "payment">>>
>().toBeNever();
expectTypeOf<Differences<Plain<Amendment>, Plain<z.output<typeof amendment>>>>().toBeNever();

/** TypeScript asks of an index signature that it hold the named keys too; zod does not. */
expectTypeOf<Differences<Plain<Named<Payment>>, Plain<Named<Parsed["payment"]>>>>().toBeNever();
type Plan = Exclude<Payment[string], Provenance[keyof Provenance] | Payment["oddCents"]>;
expectTypeOf<Plan>().toEqualTypeOf<EqualParts | Advances>();
expectTypeOf<
  Differences<{ plan: Plain<Plan> }, { plan: Plain<Parsed["payment"][string]> }>
>().toBeNever();

expectTypeOf<Differences<Plain<Statement>, Plain<z.output<typeof statement>>>>().toBeNever();
