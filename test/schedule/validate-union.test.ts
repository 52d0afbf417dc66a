import { loadSchedule } from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

const refusalOf = (edits: Readonly<Record<string, unknown>>): Why =>
  refused(() => loadSchedule(villageWith(edits)));
const legible = ["une valeur qui se laisse lire", "a value that can be read"] as const;
const share = "uplifts.cases.share.cases.any.rate.share";

table<Readonly<Record<string, unknown>>, Why>(
  "where a value may have several shapes, the fault is that of the shape it was meant for",
  [
    [
      "an unknown key under a rate that is an object",
      { [`${share}.colour`]: "blue" },
      why(
        "SCHEDULE_UNKNOWN_KEY",
        `${share}.colour`,
        '"colour"',
        "age, ald, c2s, seen, zone, contract, installationYear, physicianAge, sector, active",
      ),
    ],
    [
      "an unknown key of an assumption in both languages",
      { "amounts.c2s.assumed": { fr: "usage", en: "custom", de: "Brauch" } },
      why("SCHEDULE_UNKNOWN_KEY", "amounts.c2s.assumed.de", '"de"', "fr, en"),
    ],
    [
      "equal parts in a payment by advances",
      { "payment.advances.equal": ["06/N"] },
      why(
        "SCHEDULE_UNKNOWN_KEY",
        "payment.advances.equal",
        '"equal"',
        "source, assumed, user, advance, due, dueIn, on, balance",
      ),
    ],
    [
      "a balance in a payment of equal parts",
      { "payment.summer.balance": "N+1" },
      why(
        "SCHEDULE_UNKNOWN_KEY",
        "payment.summer.balance",
        '"balance"',
        "source, assumed, user, equal",
      ),
    ],
    [
      "an advance that is no percentage",
      { "payment.advances.advance": "a quarter" },
      why(
        "SCHEDULE_INVALID",
        "payment.advances.advance",
        '"a quarter"',
        'un pourcentage : "10%"',
        'a percentage: "10%"',
      ),
    ],
    [
      "an advance that is not there",
      { "payment.advances.advance": undefined },
      why(
        "SCHEDULE_INVALID",
        "payment.advances.advance",
        "undefined",
        'un pourcentage : "10%"',
        'a percentage: "10%"',
      ),
    ],
  ],
  refusalOf,
);

const trap = (): never => {
  throw new Error("a trap");
};

table<unknown, Why>(
  "a document that throws when it is read is refused",
  [
    [
      "while it is copied",
      new Proxy({}, { ownKeys: trap }),
      why("SCHEDULE_INVALID", "(document)", "undefined", ...legible),
    ],
    [
      "while it is checked, since a function is not copied",
      villageWith({ fr: new Proxy(trap, { get: trap }) }),
      why("SCHEDULE_INVALID", "(document)", "undefined", ...legible),
    ],
  ],
  (document) => refused(() => loadSchedule(document)),
);
