import { expect, test } from "vitest";
import { applyPatch, applyReadings, loadSchedule } from "../../src/index.ts";
import { refused, why } from "../support/refused.ts";
import { villageWith } from "../support/village.ts";

const village = loadSchedule(villageWith());
const readings = { "uplift-base": "base-and-c2s" };

test("what a patch takes away stays away under a reading, before it or after", () => {
  const patch = { "care.hpv": null, "base.child.amount": "11" };
  for (const { amounts, uplifts } of [
    applyReadings(applyPatch(village, patch), readings),
    applyPatch(applyReadings(village, readings), patch),
  ]) {
    expect(Object.keys(amounts["care"]?.cases ?? {})).toEqual(["flu"]);
    expect(amounts["base"]?.cases?.["child"]?.amount).toBe("11");
    expect(uplifts?.of).toEqual(["base", "c2s"]);
  }
});

test("a patch that takes away what is not there is refused", () => {
  expect(refused(() => applyPatch(village, { "care.rsv": null }))).toStrictEqual(
    why("PATCH_PATH_UNKNOWN", "care.rsv", '"rsv"', "flu, hpv"),
  );
});

test("a patch is laid again on what a reading changes after it", () => {
  const option = { "c2s.amount": "9", "care.hpv": { amount: "9" } };
  const question = { fr: "Prix ?", en: "Price?", default: "low", because: "usage" };
  const own = loadSchedule(
    villageWith({ "readings.price": { ...question, or: { high: option } } }),
  );
  const patched = applyPatch(own, { "c2s.amount": "5", "care.hpv": null });
  const { amounts } = applyReadings(patched, { price: "high" });
  expect(amounts["c2s"]?.amount).toBe("5");
  expect(Object.keys(amounts["care"]?.cases ?? {})).toEqual(["flu"]);
});
