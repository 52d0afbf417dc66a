import { cents, type Cents } from "../money/cents.ts";
import { casesOf } from "../schedule/cases.ts";
import type { AmountCase, Schedule } from "../schedule/language.ts";

/** What an indicator is worth, by its id. */
export function indicatorPrices({ amounts }: Schedule): ReadonlyMap<string, Cents> {
  return new Map(
    Object.entries(amounts).flatMap(([id, component]) =>
      component.per === "indicator"
        ? casesOf<AmountCase>(id, component).map(
            ({ name, one }) => [name, cents((one.amount ?? component.amount) as string)] as const,
          )
        : [],
    ),
  );
}
