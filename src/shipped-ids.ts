/** Ids in the schedules that the package ships. Written by `npm run generate`; do not edit. */

/** Ids of the schedules. */
export type ShippedScheduleId =
  | "fr.donum.2026"
  | "fr.fmt.2026"
  | "fr.forfait-structure.2025"
  | "fr.fpmt.2018"
  | "fr.fpmt.2024"
  | "fr.proposal.2024-02-08"
  | "fr.round.2023-12-21"
  | "fr.round.2024-03-14"
  | "fr.round.2024-05-17"
  | "be.nurse-premium.2024";

/** Ids of their components. */
export type ShippedComponentId =
  | "socle"
  | "options"
  | "base"
  | "c2s"
  | "prevention"
  | "zone"
  | "age67"
  | "part-1"
  | "part-2"
  | "precarity"
  | "nurse";

/** Ids of their prevention indicators. */
export type ShippedIndicatorId =
  | "flu"
  | "covid"
  | "pneumococcus"
  | "mmr"
  | "meningococcus"
  | "hpv"
  | "breast"
  | "cervix"
  | "colorectal"
  | "glycaemia"
  | "ckd"
  | "hba1c"
  | "exam-9m"
  | "exam-24m"
  | "dental";

/** Paths of their amounts and rates. */
export type ShippedValuePath =
  | "socle.amount"
  | "options.certificates.amount"
  | "options.prescriptions.amount"
  | "options.tools.amount"
  | "base.not-seen.amount"
  | "base.0-6.amount"
  | "base.7-74.amount"
  | "base.75-79.amount"
  | "base.80+.amount"
  | "base.ald-0-79.amount"
  | "base.ald-80+.amount"
  | "c2s.amount"
  | "prevention.flu.amount"
  | "prevention.covid.amount"
  | "prevention.pneumococcus.amount"
  | "prevention.mmr.amount"
  | "prevention.meningococcus.amount"
  | "prevention.hpv.amount"
  | "prevention.breast.amount"
  | "prevention.cervix.amount"
  | "prevention.colorectal.amount"
  | "prevention.glycaemia.amount"
  | "prevention.ckd.amount"
  | "prevention.hba1c.amount"
  | "prevention.exam-9m.amount"
  | "prevention.exam-24m.amount"
  | "prevention.dental.amount"
  | "zone.year-1.rate"
  | "zone.year-2.rate"
  | "zone.year-3+.rate"
  | "age67.rate"
  | "part-1.amount"
  | "part-2.dmp.amount"
  | "part-2.mss-patients.amount"
  | "part-2.aat.amount"
  | "part-2.at-mp.amount"
  | "part-2.pse.amount"
  | "part-2.dmt.amount"
  | "part-2.spe.amount"
  | "part-2.dsg.amount"
  | "part-2.e-prescription.amount"
  | "part-2.ap-cv.amount"
  | "part-2.coordinated-care.amount"
  | "part-2.coding.amount"
  | "part-2.patient-services.amount"
  | "part-2.student.amount"
  | "part-2.teleconsultation.amount"
  | "part-2.connected-devices.amount"
  | "part-2.sas.amount"
  | "base.7-79.amount"
  | "precarity.rate"
  | "prevention.any.amount"
  | "zone.rate"
  | "c2s.seen.amount"
  | "c2s.not-seen.amount"
  | "nurse.amount";

/** Their readings, with the options of each. */
export interface ShippedReadings {
  readonly rates: "each" | "mean";
  readonly "not-seen-c2s": "kept" | "lost";
  readonly "not-seen-ald": "falls" | "keeps";
  readonly "zone-and-age": "added" | "highest";
  readonly "first-install": "replace" | "add";
  readonly "uplift-base": "base" | "base-and-c2s" | "whole";
  readonly "install-year": "reference-day" | "civil";
  readonly "reference-day": "31/12/N-1" | "31/12/N";
  readonly "zone-day": "31/12/N-1" | "1/1/N";
  readonly "prevention-year": "N" | "N-1";
  readonly "late-visit": "seen" | "unseen";
  readonly leaving: "whole" | "quarters" | "days";
  readonly "paid-when": "with-base" | "next-year";
  readonly "equal-parts": "sum" | "component";
  readonly "odd-cents": "last" | "first";
  readonly "part-2": "with-part-1" | "alone";
  readonly "precarity-cap": "share" | "rate";
  readonly "precarity-of": "all" | "free";
  readonly zones: "ZIP-ZAC" | "ZIP";
  readonly option: "ald" | "age-75" | "seen";
  readonly "not-seen": "nothing" | "as-signed";
  readonly gate: "as-written" | "from" | "over";
}
