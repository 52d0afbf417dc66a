import { titles } from "../../src/error-codes.ts";
import { ForfaitError } from "../../src/index.ts";

/** Why a case is a fault of ours. */
export class Fault extends Error {}

export function expectThat(holds: boolean, why: string): asserts holds {
  if (!holds) throw new Fault(why);
}

/** Does what may be refused, but only by a ForfaitError that is whole; undefined where it was. `never`: it may not even be refused. */
export function attempt<Result>(
  what: string,
  act: () => Result,
  may: "refused" | "never" = "refused",
): Result | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof Fault) throw error;
    expectThat(
      error instanceof ForfaitError && may === "refused",
      `${what} threw ${described(error)}`,
    );
    const { code, path, found, allowed, refusal } = error;
    expectThat(Object.hasOwn(titles, code), `${what}: unknown code ${code}`);
    const texts: unknown[] = [
      path,
      found,
      allowed.fr,
      allowed.en,
      refusal.message.fr,
      refusal.message.en,
    ];
    expectThat(
      texts.every((text) => typeof text === "string"),
      `${what}: a refusal without its texts`,
    );
    expectThat(
      refusal.message.en.length < 5000,
      `${what}: a refusal of ${refusal.message.en.length} characters`,
    );
    return undefined;
  }
}

function described(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.stack ?? error.message}` : typeof error;
}
