import { expect, test } from "vitest";
import { loadSchedule, type LocalizedText } from "../../src/index.ts";
import {
  describeSchedule,
  type Description,
  type ReadingEntry,
  type ValueEntry,
} from "../../src/schedule/describe.ts";
import { typeset } from "../../src/typography.ts";
import { table, type Row } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

type Edits = Readonly<Record<string, unknown>>;

const descriptionWith = (edits: Edits = {}): Description =>
  describeSchedule(loadSchedule(villageWith(edits)));
const byCouncil = { status: "official", sources: ["COUNCIL"] } as const;
const text = (fr: string, en: string = fr): LocalizedText => typeset({ fr, en });
const entry = (path: string, label: LocalizedText, value: LocalizedText): ValueEntry => ({
  path,
  label,
  value,
  ...byCouncil,
});

const LAST_DAY = text("31/12/N-1", "31 December N-1");
const TWO_YEARS = text("les deux dernières années civiles", "the last two calendar years");
const A_DAY = text("un jour au moins de l'année", "on a day of the year at least");
const SUMMER = text(
  "Dates de versement (Base, C2S, Zone, Part)",
  "Dates of payment (Base, C2S, Zone, Share)",
);
const ADVANCES = text("Dates de versement (Soins)", "Dates of payment (Care)");

test("the village's amounts and rates are said in the order of the document", () => {
  expect(descriptionWith().amounts).toStrictEqual([
    entry(
      "base.child.amount",
      text("Base\u00a0: child", "Base: child"),
      text("10 € par patient", "10 EUR per patient"),
    ),
    entry(
      "base.adult.amount",
      text("Base\u00a0: adult", "Base: adult"),
      text("20 € par patient", "20 EUR per patient"),
    ),
    entry(
      "base.ald.amount",
      text("Base\u00a0: ald", "Base: ald"),
      text("50 € par patient (au moins 40 €)", "50 EUR per patient (at least 40 EUR)"),
    ),
    entry("c2s.amount", text("C2S"), text("4 € par patient", "4 EUR per patient")),
    entry(
      "care.flu.amount",
      text("Soins\u00a0: flu", "Care: flu"),
      text("3 € par indicateur validé", "3 EUR per validated indicator"),
    ),
    entry(
      "care.hpv.amount",
      text("Soins\u00a0: hpv", "Care: hpv"),
      text("2,50 € par indicateur validé", "2.50 EUR per validated indicator"),
    ),
    entry("zone.rate", text("Zone"), text("10 % de « Base »", '10% of "Base"')),
    entry(
      "share.any.rate",
      text("Part\u00a0: any", "Share: any"),
      text(
        "50 % de la part au-delà de 7 %, part plafonnée à 25 %, de « Base »",
        '50% of the share above 7%, share capped at 25%, of "Base"',
      ),
    ),
  ]);
});

test("the village's rules are said from the period to the payment", () => {
  expect(descriptionWith().rules).toStrictEqual([
    entry(
      "inForce",
      text("En vigueur", "In force"),
      text("du 01/01/2026 au 31/12/2026", "from 2026-01-01 to 2026-12-31"),
    ),
    entry("reads.on", text("Jour de référence", "Reference day"), LAST_DAY),
    entry(
      "reads.ifMissing",
      text("À défaut d'information", "Where nothing is told"),
      text(
        "zone du cabinet : hors ZIP et QPV ; activité : oui",
        "zone of the practice: outside ZIP and QPV; activity: yes",
      ),
    ),
    entry(
      "eligible.when",
      text("Médecins concernés", "Physicians concerned"),
      text("activité : oui", "activity: yes"),
    ),
    entry(
      "eligible.partYear",
      text("Départ en cours d'année", "Leaving during the year"),
      text("rien n'est réduit", "nothing is reduced"),
    ),
    entry("payment.summer", SUMMER, text("juin, juillet N", "June, July N")),
    entry(
      "payment.advances",
      ADVANCES,
      text(
        "acomptes de 25 % : juin N (liste au 31/12/N-2) ; solde : N+1",
        "advances of 25%: June N (list on 31 December N-2); balance: N+1",
      ),
    ),
    entry(
      "payment.oddCents",
      text("Centimes non divisibles", "Odd cents"),
      text("sur le dernier versement", "with the last payment"),
    ),
  ]);
});

test("a proposal has the same rules, without a period", () => {
  expect(descriptionWith({ inForce: undefined, proposed: "2025-01-01" }).rules).toStrictEqual(
    descriptionWith().rules.slice(1),
  );
});

const question = {
  id: "uplift-base",
  ...text("Sur quoi porte la majoration\u00a0?", "What does the uplift bear on?"),
  because: text("usage"),
};

test("the village's reading is said with its options, the default first", () => {
  expect(descriptionWith().readings).toStrictEqual([
    {
      ...question,
      options: [
        { id: "base", ...text("la base", "the base") },
        { id: "base-and-c2s", ...text("la base et la C2S", "the base and the C2S") },
      ],
    },
  ]);
});

table<Edits, readonly ReadingEntry[]>(
  "readings",
  [
    ["none", { readings: undefined }, []],
    [
      "whose options are not put in words go by their names",
      { "readings.uplift-base.answers": undefined },
      [
        {
          ...question,
          options: [
            { id: "base", ...text("base") },
            { id: "base-and-c2s", ...text("base-and-c2s") },
          ],
        },
      ],
    ],
    [
      "whose reason is in both languages",
      {
        "readings.uplift-base.because": text("l'usage", "custom"),
        "readings.uplift-base.answers": undefined,
      },
      [
        {
          ...question,
          because: text("l'usage", "custom"),
          options: [
            { id: "base", ...text("base") },
            { id: "base-and-c2s", ...text("base-and-c2s") },
          ],
        },
      ],
    ],
  ],
  (edits) => descriptionWith(edits).readings,
);

const rate = "uplifts.cases.share.cases.any.rate";
const valueRows: readonly Row<readonly [path: string, edits: Edits], LocalizedText | undefined>[] =
  [
    [
      "euros and cents, with a comma in French",
      ["base.child.amount", { "amounts.base.cases.child.amount": "10.5" }],
      text("10,5 € par patient", "10.5 EUR per patient"),
    ],
    [
      "the floor of a component, for its cases",
      ["base.child.amount", { "amounts.base.atLeast": "5" }],
      text("10 € par patient (au moins 5 €)", "10 EUR per patient (at least 5 EUR)"),
    ],
    [
      "the floor of a case, before that of its component",
      ["base.ald.amount", { "amounts.base.atLeast": "5" }],
      text("50 € par patient (au moins 40 €)", "50 EUR per patient (at least 40 EUR)"),
    ],
    [
      "the floor of a component without cases",
      ["c2s.amount", { "amounts.c2s.atLeast": "1.50" }],
      text("4 € par patient (au moins 1,50 €)", "4 EUR per patient (at least 1.50 EUR)"),
    ],
    [
      "a rate on two components",
      ["zone.rate", { "uplifts.of": ["base", "c2s"] }],
      text("10 % de « Base » + « C2S »", '10% of "Base" + "C2S"'),
    ],
    [
      "a rate of the component, for its cases",
      ["zone.north.rate", { "uplifts.cases.zone.cases": { north: { when: { contract: true } } } }],
      text("10 % de « Base »", '10% of "Base"'),
    ],
    [
      "the rate of a case, before that of its component",
      [
        "zone.north.rate",
        { "uplifts.cases.zone.cases": { north: { when: { contract: true }, rate: "12.5%" } } },
      ],
      text("12,5 % de « Base »", '12.5% of "Base"'),
    ],
    [
      "a rate by share that is capped as a rate, on two components",
      ["share.any.rate", { [`${rate}.capOn`]: "rate", "uplifts.of": ["base", "c2s"] }],
      text(
        "50 % de la part au-delà de 7 %, taux plafonné à 25 %, de « Base » + « C2S »",
        '50% of the share above 7%, rate capped at 25%, of "Base" + "C2S"',
      ),
    ],
    ["no uplifts: no rate", ["zone.rate", { uplifts: undefined, readings: undefined }], undefined],
    ["nothing is said of visits where no case asks for them", ["reads.seenWithin", {}], undefined],
    [
      "within what time a patient counts as seen",
      ["reads.seenWithin", { "reads.seenWithin": "2 years" }],
      TWO_YEARS,
    ],
    [
      "what a fact is taken for where it is not told",
      [
        "facts.software.ifMissing",
        {
          "facts.software": {
            fr: "logiciel",
            en: "software",
            of: "physician",
            is: "boolean",
            ifMissing: true,
            source: "COUNCIL",
          },
        },
      ],
      text("oui", "yes"),
    ],
    ["nothing is said of a day of the zone", ["reads.zoneOn", {}], undefined],
    [
      "the day of the zone, where it is another",
      ["reads.zoneOn", { "reads.zoneOn": "01/01/N" }],
      text("01/01/N", "1 January N"),
    ],
    [
      "the year of prevention",
      ["reads.preventionYear", { "reads.preventionYear": "N-1" }],
      text("N-1"),
    ],
    [
      "what a late visit makes of a patient",
      ["reads.lateVisit", { "reads.lateVisit": "unseen" }],
      text("compté comme non vu", "counted as not seen"),
    ],
    ["nothing is said of when activity is read", ["eligible.activity", {}], undefined],
    [
      "when activity is read, where it is said",
      ["eligible.activity", { "eligible.activity": "year" }],
      A_DAY,
    ],
    [
      "a condition with several facts and a list",
      [
        "eligible.when",
        { "eligible.when": { active: true, sector: ["1", "2-optam"], contract: false } },
      ],
      text(
        "activité : oui ; secteur : 1 ou 2 avec OPTAM ; contrat CAIM, COSCOM, COTRAM ou CSTM en cours : non",
        "activity: yes; sector: 1 or 2 under OPTAM; running CAIM, COSCOM, COTRAM or CSTM contract: no",
      ),
    ],
    [
      "two advances",
      ["payment.advances", { "payment.advances.due": ["06/N", "09/N"] }],
      text(
        "acomptes de 25 % : juin, septembre N (liste au 31/12/N-2) ; solde : N+1",
        "advances of 25%: June, September N (list on 31 December N-2); balance: N+1",
      ),
    ],
    [
      "an advance that came earlier in a year",
      ["payment.advances", { "payment.advances.dueIn": { 2018: ["04/N"] } }],
      text(
        "acomptes de 25 % : juin N (liste au 31/12/N-2) ; solde : N+1 ; en 2018 : avril N",
        "advances of 25%: June N (list on 31 December N-2); balance: N+1; in 2018: April N",
      ),
    ],
  ];

table("a value in words", valueRows, ([path, edits]) => {
  const { amounts, rules } = descriptionWith(edits);
  return [...amounts, ...rules].find((one) => one.path === path)?.value;
});

const seenWithin = {
  path: "reads.seenWithin",
  label: text(
    "Un patient est compté comme vu s'il est venu dans",
    "A patient counts as seen who came within",
  ),
  value: TWO_YEARS,
};
const assumedByUsage = { status: "assumed", sources: ["COUNCIL"], assumed: text("usage") } as const;
const MAYOR = { status: "secondary", checked: "2026-01-15", title: "Le maire" };

table<readonly [path: string, edits: Edits], ValueEntry | undefined>(
  "a value with its word",
  [
    [
      "a rule takes the word of its place",
      ["reads.seenWithin", { "reads.seenWithin": "2 years", "reads.assumed": "usage" }],
      { ...seenWithin, ...assumedByUsage },
    ],
    [
      "so does the day of the zone",
      ["reads.zoneOn", { "reads.zoneOn": "31/12/N-1", "reads.assumed": "usage" }],
      {
        path: "reads.zoneOn",
        label: text("Jour où la zone est lue", "Day on which the zone is read"),
        value: LAST_DAY,
        ...assumedByUsage,
      },
    ],
    [
      "and when activity is read that of the eligibility",
      ["eligible.activity", { "eligible.activity": "year", "eligible.assumed": "usage" }],
      {
        path: "eligible.activity",
        label: text("Être en activité", "In activity"),
        value: A_DAY,
        ...assumedByUsage,
      },
    ],
    [
      "a way of payment that names no source takes that of the payment",
      ["payment.summer", { "payment.summer.source": undefined }],
      entry("payment.summer", SUMMER, text("juin, juillet N", "June, July N")),
    ],
    [
      "a case with words of its own takes them as its label",
      [
        "base.child.amount",
        {
          "amounts.base.cases.child.fr": "Enfant",
          "amounts.base.cases.child.en": "Child",
          "amounts.base.cases.child.assumed": "usage",
        },
      ],
      {
        path: "base.child.amount",
        label: text("Base\u00a0: Enfant", "Base: Child"),
        value: text("10 € par patient", "10 EUR per patient"),
        ...assumedByUsage,
      },
    ],
    [
      "a rate is as sure as what it bears on",
      ["zone.rate", { "uplifts.source": "MAYOR", "sources.MAYOR": MAYOR }],
      {
        path: "zone.rate",
        label: text("Zone"),
        value: text("10 % de « Base »", '10% of "Base"'),
        status: "secondary",
        sources: ["COUNCIL", "MAYOR"],
      },
    ],
  ],
  ([path, edits]) => {
    const { amounts, rules } = descriptionWith(edits);
    return [...amounts, ...rules].find((one) => one.path === path);
  },
);

table<Edits, Description["counts"]>(
  "amounts and rates are counted by their status, rules are not",
  [
    [
      "3 + 1 + 2 amounts and 2 rates on the word of the council",
      {},
      { official: 3 + 1 + 2 + 2, secondary: 0, assumed: 0, user: 0 },
    ],
    [
      "one amount on the word of the mayor",
      { "amounts.c2s.source": "MAYOR", "sources.MAYOR": MAYOR },
      { official: 3 + 2 + 2, secondary: 1, assumed: 0, user: 0 },
    ],
    [
      "one amount assumed, two on the user's word",
      { "amounts.c2s.assumed": "usage", "amounts.care.user": true },
      { official: 3 + 2, secondary: 0, assumed: 1, user: 2 },
    ],
    [
      "rules that are assumed",
      { "reads.assumed": "usage", "payment.assumed": "usage" },
      { official: 3 + 1 + 2 + 2, secondary: 0, assumed: 0, user: 0 },
    ],
    [
      "no uplifts",
      { uplifts: undefined, readings: undefined },
      { official: 3 + 1 + 2, secondary: 0, assumed: 0, user: 0 },
    ],
  ],
  (edits) => descriptionWith(edits).counts,
);

const facts = {
  software: { ...text("logiciel", "software"), of: "physician", is: "boolean" },
  net: { ...text("réseau", "network"), of: "practice", is: "boolean", ifMissing: false },
  hours: { ...text("heures", "hours"), of: "practice", is: "number" },
  grant: { ...text("aide", "grant"), of: "physician", is: "amount", ifMissing: "1.5" },
};
const onWord = { source: "COUNCIL" };

test("facts are said with what they are, whose they are, and whether they have to be given", () => {
  const edits = {
    facts: {
      ...facts,
      net: { ...facts.net, ...onWord },
      grant: { ...facts.grant, ...onWord },
    },
  };
  const { facts: entries, rules } = descriptionWith(edits);
  expect(entries).toStrictEqual([
    {
      id: "software",
      label: text("logiciel", "software"),
      value: {
        fr: "oui ou non, du médecin, à donner",
        en: "yes or no, of the physician, required",
      },
    },
    {
      id: "net",
      label: text("réseau", "network"),
      value: { fr: "oui ou non, du cabinet", en: "yes or no, of the practice" },
    },
    {
      id: "hours",
      label: text("heures", "hours"),
      value: { fr: "nombre, du cabinet, à donner", en: "number, of the practice, required" },
    },
    {
      id: "grant",
      label: text("aide", "grant"),
      value: { fr: "euros, du médecin", en: "euros, of the physician" },
    },
  ]);
  expect(rules.filter(({ path }) => path.startsWith("facts."))).toStrictEqual([
    entry(
      "facts.net.ifMissing",
      text("À défaut de « réseau »", 'Where "network" is missing'),
      text("non", "no"),
    ),
    entry(
      "facts.grant.ifMissing",
      text("À défaut de « aide »", 'Where "grant" is missing'),
      text("1,5", "1.5"),
    ),
  ]);
});

type Told = readonly [label: LocalizedText, value: LocalizedText];

const PARTS = text("Parts égales de", "Equal parts of");
const ODD_CENTS = text("Centimes non divisibles", "Odd cents");
const LEAVING = text("Départ en cours d'année", "Leaving during the year");
const LATE = text(
  "Patient venu après le jour de référence seulement",
  "Patient seen only after the reference day",
);
const FIRST_YEAR = text(
  "La 1re année d'installation se rapporte à",
  "The first year of installation is counted from",
);

table<readonly [path: string, value: string], Told | undefined>(
  "a rule with each of the values that it may have",
  [
    [
      "seen within a year",
      ["reads.seenWithin", "1 year"],
      [seenWithin.label, text("la dernière année civile", "the last calendar year")],
    ],
    [
      "installed, as of the reference day",
      ["reads.installationYear", "reference-day"],
      [FIRST_YEAR, text("l'année du jour de référence", "the year of the reference day")],
    ],
    [
      "installed, as of the year of payment",
      ["reads.installationYear", "civil"],
      [FIRST_YEAR, text("l'année du paiement", "the year of payment")],
    ],
    [
      "prevention of the year of payment",
      ["reads.preventionYear", "N"],
      [
        text("Année des indicateurs validés qui sont payés", "Year of the prevention paid"),
        text("N"),
      ],
    ],
    [
      "a late visit that counts",
      ["reads.lateVisit", "seen"],
      [LATE, text("compté comme vu", "counted as seen")],
    ],
    [
      "a late visit that does not",
      ["reads.lateVisit", "unseen"],
      [LATE, text("compté comme non vu", "counted as not seen")],
    ],
    [
      "part of a year by quarters",
      ["eligible.partYear", "quarters"],
      [LEAVING, text("tout trimestre commencé est dû", "each quarter that began is due")],
    ],
    [
      "part of a year by days",
      ["eligible.partYear", "days"],
      [LEAVING, text("dû au prorata des jours", "due by the day")],
    ],
    [
      "in activity on one day",
      ["eligible.activity", "reference-day"],
      [
        text("Être en activité", "In activity"),
        text("le jour de référence", "on the reference day"),
      ],
    ],
    [
      "odd cents first",
      ["payment.oddCents", "first"],
      [ODD_CENTS, text("sur le premier versement", "with the first payment")],
    ],
    [
      "parts of the sum",
      ["payment.partsOf", "sum"],
      [PARTS, text("la somme versée", "the sum paid")],
    ],
    [
      "parts of each component",
      ["payment.partsOf", "component"],
      [PARTS, text("chaque composante", "each component")],
    ],
  ],
  ([path, value]) => {
    const told = descriptionWith({ [path]: value }).rules.find((one) => one.path === path);
    return told && [told.label, told.value];
  },
);

test("what a document does not say of its payment is not told", () => {
  expect(descriptionWith().rules.map(({ path }) => path)).not.toContain("payment.partsOf");
});

table<Edits, LocalizedText>(
  "when a plan pays",
  [
    ["in a year", { "payment.summer.equal": ["N"] }, text("N")],
    [
      "in two years, which are both told",
      { "payment.summer.equal": ["12/N", "01/N+1", "N+1"] },
      text("décembre N, janvier N+1, N+1", "December N, January N+1, N+1"),
    ],
  ],
  (edits) => {
    const found = descriptionWith(edits).rules.find(({ path }) => path === "payment.summer");
    return (found as ValueEntry).value;
  },
);

test("advances that came earlier in two years are told of both", () => {
  const dueIn = { 2018: ["04/N"], 2019: ["05/N"] };
  const { rules } = descriptionWith({ "payment.advances.dueIn": dueIn });
  expect(rules.find(({ path }) => path === "payment.advances")?.value).toStrictEqual(
    text(
      "acomptes de 25 % : juin N (liste au 31/12/N-2) ; solde : N+1 ; en 2018 : avril N ; en 2019 : mai N",
      "advances of 25%: June N (list on 31 December N-2); balance: N+1; in 2018: April N; in 2019: May N",
    ),
  );
});
