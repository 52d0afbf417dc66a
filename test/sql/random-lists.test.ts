import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../support/runs.ts";
import { sqlCases } from "./cases.ts";
import { compareCase } from "./compare.ts";
import { openDuck } from "./duck.ts";

test("the query gives the cents of the row path, for physicians and patients, under any schedule and reading", async () => {
  const connection = await openDuck();
  for (const one of fc.sample(sqlCases, { ...runs(60), seed: 1 }))
    expect((await compareCase(connection, one)).differences).toEqual([]);
});
