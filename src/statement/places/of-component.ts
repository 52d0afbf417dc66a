import type { Schedule } from "../../schedule/language.ts";
import { keyText } from "./key-text.ts";
import { inBoth, type Terms, type ToldValue } from "./place.ts";

/** A value of a component or of one of its cases; undefined for any other path. */
export function ofComponent(
  schedule: Schedule,
  year: number,
  [id, ...rest]: readonly [string, ...string[]],
): ToldValue | undefined {
  const components = { ...schedule.amounts, ...schedule.uplifts?.cases };
  const component = Object.hasOwn(components, id) ? components[id] : undefined;
  if (!component) return undefined;
  const { cases = {}, ...shared }: Terms = component;
  const name = rest[0] as string;
  const found = Object.hasOwn(cases, name) ? cases[name] : undefined;
  const terms = found
    ? { own: found, all: { ...shared, ...found } }
    : { own: component, all: component };
  const place = { schedule, year, component, ...terms };
  const told = keyText(place, found ? rest.slice(1) : rest);
  if (!told) return undefined;
  const names = [
    component,
    ...(found ? [{ fr: found.fr ?? name, en: found.en ?? name }] : []),
    ...(told.name ? [told.name] : []),
  ];
  const label = inBoth((locale) => names.map((part) => part[locale]).join(", "));
  return { label, text: told.text };
}
