import { loadSchedule } from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

type Edits = Readonly<Record<string, unknown>>;
const refusalOf = (edits: Edits): Why => refused(() => loadSchedule(villageWith(edits)));

const needed = [
  "source (un nom de sources), ou assumed (sur quoi la valeur repose)",
  "source (an id of sources), or assumed (what the value rests on)",
] as const;
const missingAt = (path: string): Why =>
  why("SCHEDULE_SOURCE_MISSING", path, "undefined", ...needed);

table<Edits, Why>(
  "a value without a source is refused",
  [
    ["the period", { "inForce.source": undefined }, missingAt("inForce")],
    ["the reference day", { "reads.source": undefined }, missingAt("reads")],
    ["the eligibility", { "eligible.source": undefined }, missingAt("eligible")],
    ["a component without cases", { "amounts.c2s.source": undefined }, missingAt("c2s")],
    [
      "the first case of a component that has no source either",
      { "amounts.base.source": undefined },
      missingAt("base.child"),
    ],
    ["an uplift", { "uplifts.cases.zone.source": undefined }, missingAt("zone")],
    ["the uplifts together", { "uplifts.source": undefined }, missingAt("uplifts")],
    ["the payment", { "payment.source": undefined }, missingAt("payment")],
    [
      "one way of payment, and the payment",
      { "payment.source": undefined, "payment.summer.source": undefined },
      missingAt("payment.summer"),
    ],
  ],
  refusalOf,
);

table<Edits, string>(
  "a word is enough",
  [
    [
      "an assumption, in one language",
      { "amounts.c2s.source": undefined, "amounts.c2s.assumed": "usage" },
      "fr.village",
    ],
    [
      "an assumption, in both",
      { "amounts.c2s.source": undefined, "amounts.c2s.assumed": { fr: "usage", en: "custom" } },
      "fr.village",
    ],
    [
      "several sources",
      {
        "amounts.c2s.source": ["COUNCIL", "MAYOR"],
        "sources.MAYOR": { status: "secondary", checked: "2026-01-15", title: "Le maire" },
      },
      "fr.village",
    ],
    [
      "the source of the payment, for a way of payment that names none",
      { "payment.summer.source": undefined },
      "fr.village",
    ],
    [
      "a source in every case, for a component that names none",
      {
        "amounts.base.source": undefined,
        ...sourced("child"),
        ...sourced("adult"),
        ...sourced("ald"),
      },
      "fr.village",
    ],
  ],
  (edits) => loadSchedule(villageWith(edits)).id,
);

function sourced(name: string): Edits {
  return { [`amounts.base.cases.${name}.source`]: "COUNCIL" };
}

const date = ["une date AAAA-MM-JJ", "a date YYYY-MM-DD"] as const;

table<Edits, Why>(
  "a source says what it is and when it was read",
  [
    [
      "no check date",
      { "sources.COUNCIL.checked": undefined },
      why("SCHEDULE_SOURCE_MISSING", "sources.COUNCIL.checked", "undefined", ...date),
    ],
    [
      "a check date that is none",
      { "sources.COUNCIL.checked": "yesterday" },
      why("SCHEDULE_INVALID", "sources.COUNCIL.checked", '"yesterday"', ...date),
    ],
    [
      "no status",
      { "sources.COUNCIL.status": undefined },
      why("SCHEDULE_INVALID", "sources.COUNCIL.status", "undefined", "official, secondary"),
    ],
    [
      "no title",
      { "sources.COUNCIL.title": undefined },
      why("SCHEDULE_INVALID", "sources.COUNCIL.title", "undefined", "un texte", "a text"),
    ],
    [
      "no sources at all",
      { sources: undefined },
      why("SCHEDULE_INVALID", "sources", "undefined", "un objet", "an object"),
    ],
  ],
  refusalOf,
);

const unknown = (path: string): Why =>
  why("SCHEDULE_REFERENCE_UNKNOWN", path, '"RUMOUR"', "COUNCIL");

table<Edits, Why>(
  "a source that does not exist is refused",
  [
    ["of the period", { "inForce.source": "RUMOUR" }, unknown("inForce.source")],
    ["of the reference day", { "reads.source": "RUMOUR" }, unknown("reads.source")],
    ["of a component", { "amounts.c2s.source": ["COUNCIL", "RUMOUR"] }, unknown("c2s.source")],
    ["of a case", { "amounts.base.cases.child.source": "RUMOUR" }, unknown("base.child.source")],
    ["of an uplift", { "uplifts.cases.zone.source": "RUMOUR" }, unknown("zone.source")],
    [
      "of a way of payment",
      { "payment.summer.source": "RUMOUR" },
      unknown("payment.summer.source"),
    ],
    [
      "whose name every object has",
      { "inForce.source": "constructor" },
      why("SCHEDULE_REFERENCE_UNKNOWN", "inForce.source", '"constructor"', "COUNCIL"),
    ],
  ],
  refusalOf,
);
