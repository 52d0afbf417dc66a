import { describe, expect, test } from "vitest";
import { applyPatch, getSchedule, loadSchedule, type Schedule } from "../../src/index.ts";
import { refused, why } from "../support/refused.ts";

const fmt = getSchedule("fr.fmt.2026");
const document = JSON.parse(JSON.stringify(fmt)) as Schedule;
const rural = { fr: "Zone rurale", en: "Rural area", paid: "quarters", rate: "5%" };

/** A document that is built in code may hold `undefined` where JSON would hold no key. */
describe("a key whose value is undefined is absent", () => {
  test("of a document", () => {
    expect(loadSchedule({ ...document, proposed: undefined })).toStrictEqual(fmt);
  });

  test("within a document", () => {
    const reads = { ...document.reads, assumed: document.reads.assumed, user: undefined };
    expect(loadSchedule({ ...document, reads })).toStrictEqual(fmt);
  });

  test("of an amendment", () => {
    const amendment = { id: "fr.absent", version: "1", over: "fr.fmt.2026", patch: {} };
    expect(loadSchedule({ ...amendment, source: undefined, text: undefined })).toStrictEqual(
      loadSchedule(amendment),
    );
  });

  test("of what a patch puts in", () => {
    expect(applyPatch(fmt, { rural: { ...rural, when: undefined } }).uplifts).toStrictEqual(
      applyPatch(fmt, { rural }).uplifts,
    );
  });

  test("but a patch that sets nothing is refused: null takes away", () => {
    expect(refused(() => applyPatch(fmt, { "base.ald-80+.amount": undefined }))).toEqual(
      why(
        "SCHEDULE_INVALID",
        "base.ald-80+.amount",
        "undefined",
        "une valeur, ou null, qui retire",
        "a value, or null, which takes away",
      ),
    );
  });
});
