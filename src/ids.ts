import type {
  ShippedComponentId,
  ShippedIndicatorId,
  ShippedReadings,
  ShippedScheduleId,
  ShippedValuePath,
} from "./shipped-ids.ts";

/**
 * Ids that a schedule defines. Those of the shipped schedules are named, so that editors complete
 * them; a user's own schedule may have others, and `string & {}` keeps TypeScript from reducing the
 * union to `string`. Ids are checked at run time, against the schedule in use.
 */
type Open<Id extends string> = Id | (string & {});

/** Values by id: `Value` under any key, and the known keys named. */
type ById<Id extends string, Value> = Readonly<Record<string, Value>> & {
  readonly [Key in Id]?: Value;
};

export type ScheduleId = Open<ShippedScheduleId>;

/** A prevention indicator: `"flu"`, `"hba1c"`. */
export type IndicatorId = Open<ShippedIndicatorId>;

/** Values by component of the schedule in use: `base`, `c2s`, `zone`. */
export type ByComponent<Value> = ById<ShippedComponentId, Value>;

/** Values by prevention indicator. */
export type ByIndicator<Value> = ById<ShippedIndicatorId, Value>;

/** Values by path in a schedule: `"base.ald-80+.amount"`, `"uplifts.of"`. */
export type ByPath<Value> = ById<ShippedValuePath, Value>;

/** Options of open questions, by reading: `{ "zone-and-age": "highest" }`. */
export type Readings = Readonly<Record<string, string>> & {
  readonly [Id in keyof ShippedReadings]?: Open<ShippedReadings[Id]>;
};
