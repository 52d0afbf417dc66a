import { computePhysician, loadSchedule, type Physician } from "../../src/index.ts";
import { anAdult } from "../support/rows.ts";
import { table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

/** Why nothing is due under schedules of one's own, which may ask any fact of a physician. */

type Given = readonly [when: object, physician: Physician];

table<Given, readonly string[]>(
  "each fact that does not hold, what was found, and what is paid",
  [
    [
      "a contract",
      [{ contract: true }, { contract: false }],
      [
        "rien n'est dû : contrat CAIM, COSCOM, COTRAM ou CSTM en cours : non",
        "nothing is due: running CAIM, COSCOM, COTRAM or CSTM contract: no",
      ],
    ],
    [
      "a contract that may not be",
      [{ contract: false }, { contract: true }],
      [
        "rien n'est dû : contrat CAIM, COSCOM, COTRAM ou CSTM en cours : oui",
        "nothing is due: running CAIM, COSCOM, COTRAM or CSTM contract: yes",
      ],
    ],
    [
      "a zone of two",
      [{ zone: ["ZIP", "QPV"] }, { zone: "none" }],
      [
        "rien n'est dû : zone du cabinet : none (payé : ZIP, QPV)",
        "nothing is due: zone of the practice: none (paid: ZIP, QPV)",
      ],
    ],
    [
      "an age",
      [{ physicianAge: "60-66" }, { age: 67 }],
      [
        "rien n'est dû : âge du médecin : 67 (payé : 60-66)",
        "nothing is due: physician's age: 67 (paid: 60-66)",
      ],
    ],
    [
      "a sector alone",
      [{ sector: "2-optam" }, { sector: "1" }],
      [
        "rien n'est dû : le forfait va aux médecins de secteur 2 avec OPTAM",
        "nothing is due: physicians of sector 2 under OPTAM are paid",
      ],
    ],
    [
      "who is no longer in activity is paid",
      [{ active: false }, { activeFrom: "2000-01-01" }],
      ["rien n'est dû : activité : oui", "nothing is due: activity: yes"],
    ],
    [
      "what holds",
      [
        { contract: true, zone: "ZIP" },
        { contract: true, zone: "ZIP" },
      ],
      [],
    ],
  ],
  ([when, physician]) => {
    const schedule = loadSchedule(villageWith({ "eligible.when": when }));
    const patients = [{ ...anAdult, prevention: [] }];
    const { warnings } = computePhysician({ physician, patients }, { year: 2026, schedule });
    return warnings
      .filter(({ code }) => code === "not-eligible")
      .flatMap(({ fr, en }) => [fr.normalize("NFKC"), en]);
  },
);
