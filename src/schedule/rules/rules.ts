import type { ByRuleKind, Percent, ShareRate } from "../language.ts";
import { flatRate } from "./flat-rate.ts";
import { perIndicator } from "./per-indicator.ts";
import { perPatient } from "./per-patient.ts";
import { perPoint } from "./per-point.ts";
import { perSlab } from "./per-slab.ts";
import type { AmountKind, RateKind } from "./rule.ts";
import { shareRate } from "./share-rate.ts";

/** What the language asks of each kind of rule. */
export const rules = {
  patient: perPatient,
  indicator: perIndicator,
  slab: perSlab,
  point: perPoint,
  flat: flatRate,
  share: shareRate,
} satisfies ByRuleKind<AmountKind, RateKind<Percent>, RateKind<ShareRate>>;
