import { isOfElse, placeInLabel } from "../../src/audit/payment-label.ts";
import { expect, test } from "vitest";

const places = {
  name: "Forfait médecin traitant (FMT)",
  year: 2026,
  dues: ["2026-04", "2026-06", "2026-09", "2026-11", "2027"],
  components: ["base", "c2s", "prevention", "zone", "age67"],
};

test.each<[string, object | undefined]>([
  ["FMT 2026 1ER ACOMPTE", { due: "2026-04" }],
  ["Forfait médecin traitant - 2ème acompte", { due: "2026-06" }],
  ["FORFAIT MT ACOMPTE NOVEMBRE 2026", { due: "2026-11" }],
  ["FMT 04/2026", { due: "2026-04" }],
  ["VIR CPAM FMT DU 15/09/2026", { due: "2026-09" }],
  ["FMT SOLDE 2026", { due: "2027" }],
  ["FMT C2S 06/2026", { due: "2026-06", component: "c2s" }],
  ["FMT MAJORATION ZIP", { component: "zone" }],
  ["FMT majoration 67 ans", { component: "age67" }],
  ["FMT PRÉVENTION 2026", { component: "prevention" }],
  ["FMT CPAM MARSEILLE DECOMPTE 2E ACOMPTE 2026", { due: "2026-06" }],
  ["FMT ACOMPTE AVRIL 2026 PATIENTELE 31/12/2025", { due: "2026-04" }],
  ["FMT 2026 ACOMPTE SEPT.", { due: "2026-09" }],
  ["FMT MAI 2026", undefined],
  ["FMT ACOMPTE 2 2025", undefined],
  ["FPMT SOLDE 2025", undefined],
  ["FPMT SOLDE", undefined],
  ["FMT 5E ACOMPTE", undefined],
  ["FMT", undefined],
  ["ROSP AVRIL 2026", undefined],
  ["AVRIL 2026", undefined],
  ["", undefined],
])("%s", (label, place) => expect(placeInLabel(label, places)).toEqual(place));

test.each([
  ["ROSP 2025", true],
  ["Forfait structure", true],
  ["AIDE A LA TELETRANSMISSION", true],
  ["VIREMENT CPAM 75", false],
  ["FMT 2026", false],
])("%s is of something else: %s", (label, isIt) => expect(isOfElse(label)).toBe(isIt));
