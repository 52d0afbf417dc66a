/**
 * Every public name of the library.
 * @module index
 */
export {
  ForfaitError,
  isForfaitError,
  type ErrorCode,
  type Locale,
  type Refusal,
  type LocalizedText,
} from "./error.ts";
export type { C2sKind, Sector, Sex, Zone } from "./facts.ts";
export type { ByComponent, ByIndicator, ByPath, IndicatorId, Readings, ScheduleId } from "./ids.ts";
export type { Notice, NoticeCode } from "./notice.ts";
export type { RejectedRow } from "./list/rejected-row.ts";
export type { Panels } from "./panel/panels.ts";
export type { PopulationColumns } from "./population/columns.ts";
export type { AldNumber, ByBand, BySex, Margins } from "./population/margins.ts";
export type { SyntheticPatient } from "./population/patients.ts";
export type { SyntheticPhysician } from "./population/physicians.ts";
export { population, type Population, type PopulationOptions } from "./population/population.ts";
export type { PanelColumns, PreventionMask } from "./panel/columns/fields.ts";
export type { RejectedRows } from "./panel/columns/refused.ts";
export type { ArrowLike, ArrowPiece, Column } from "./panel/columns/vector.ts";
export type { CountRow } from "./panel/columns/counts.ts";
export type {
  Act,
  DatedAction,
  GivenPrevention,
  NeverSeen,
  Patient,
  PatientConditions,
  Prevention,
  PreventionStatus,
} from "./list/patient.ts";
export type { InTurn, Period } from "./list/periods.ts";
export type { Counts, LeftOutReason, LeftOutRow } from "./list/left-out.ts";
export { listOn, type ListOnDay } from "./list/list-on.ts";
export type { GivenFacts } from "./list/given-facts.ts";
export type { Physician } from "./list/physician.ts";
export type { Practice } from "./list/practice.ts";
export type {
  ActDay,
  ActKind,
  Advances,
  Amendment,
  AmountCase,
  AmountComponent,
  AmountRuleKind,
  CasePick,
  Condition,
  DecimalText,
  DeclaredFact,
  DueDate,
  Eligible,
  EqualParts,
  Euros,
  IfMissing,
  PatientCondition,
  Payment,
  Percent,
  PreventionWay,
  PreventionWays,
  Provenance,
  Reads,
  ReferenceDay,
  Remark,
  ScenarioStart,
  Schedule,
  SchedulePatch,
  ScheduleReading,
  ScheduleSource,
  ShareRate,
  SlabMeasure,
  UpliftCase,
  UpliftComponent,
  Uplifts,
  WholeRange,
  ZoneDay,
} from "./schedule/language.ts";
export type { ScheduleChange } from "./schedule/changes.ts";
export type { Attribution, Status } from "./schedule/provenance.ts";
export {
  checkPayment,
  type ComparedPayment,
  type CompatiblePayment,
  type PaymentCheck,
} from "./audit/check-payment.ts";
export type { CompatibleReadings } from "./audit/compatible-readings.ts";
export { formatPaymentCheck } from "./audit/format-payment-check.ts";
export { formatReconciliation } from "./audit/format-reconciliation.ts";
export { formatPaymentLetter } from "./audit/payment-letter.ts";
export type { DifferingFact } from "./audit/differing-facts.ts";
export {
  reconcile,
  type DifferingRow,
  type Reconciliation,
  type ReconciledList,
  type ReconcileOptions,
  type UnmatchedRow,
} from "./audit/reconcile.ts";
export type { ListCounts, MakeUp } from "./audit/make-up.ts";
export type { UnansweredReading } from "./audit/open-options.ts";
export type { OtherPayment, PaidAmount } from "./audit/paid-amounts.ts";
export { applyPatch, applyReadings } from "./schedule/apply.ts";
export {
  diffSchedules,
  type ScheduleDifference,
  type ScheduleValue,
} from "./schedule/diff-schedules.ts";
export {
  getSchedule,
  listSchedules,
  loadSchedule,
  scheduleFor,
  type ScheduleEntry,
  type Scheme,
} from "./schedule/registry.ts";
export { type CodeMeaning } from "./prevention/code-table.ts";
export {
  preventionDashboard,
  type DashboardIndicator,
  type DashboardOptions,
  type DashboardPatient,
  type PreventionDashboard,
} from "./prevention/dashboard.ts";
export { formatPreventionDashboard } from "./prevention/format-dashboard.ts";
export { decodePatients, type CodedAct, type CodedPatient } from "./prevention/decode.ts";
export { assessPrevention, type PreventionOptions } from "./prevention/assess-prevention.ts";
export {
  preventionRange,
  type PreventionRange,
  type RangeOptions,
} from "./prevention/prevention-range.ts";
export {
  preventionRangeOfCounts,
  type CountRangeOptions,
  type PreventionCount,
} from "./prevention/range-of-counts.ts";
export type { EuroRange, IndicatorRange, PhysicianRange, Spread } from "./prevention/range.ts";
export type {
  IndicatorCounts,
  PreventionRate,
  PreventionRates,
  Share,
} from "./prevention/rates.ts";
export {
  worklist,
  type WorklistItem,
  type WorklistOptions,
  type WorklistVisit,
} from "./prevention/worklist.ts";
export type {
  Because,
  IndicatorAssessment,
  MissingPart,
  PreventionAssessment,
  UnknownReason,
} from "./indicators/assessment.ts";
export type { Known } from "./indicators/kleene.ts";
export type { SqlPatientColumns, SqlPhysicianColumns } from "./sql/columns.ts";
export type { SqlDialect } from "./sql/dialect.ts";
export { toSql, type SqlTarget } from "./sql/to-sql.ts";
export { panelsFromColumns, computeColumns } from "./statement/bulk/bulk.ts";
export { panelsFromCounts, type CountOptions } from "./statement/bulk/counts.ts";
export type { ColumnOptions } from "./statement/bulk/options.ts";
export type { ColumnarStatements } from "./statement/bulk/result.ts";
export {
  computePanels,
  type PanelStatements,
  type PanelOptions,
} from "./statement/bulk/statements.ts";
export { computePatient, computePhysician, computePhysicians } from "./statement/compute.ts";
export {
  addAmounts,
  compareAmounts,
  formatAmount,
  subtractAmounts,
  type AmountFormat,
} from "./statement/amounts.ts";
export {
  compareStatements,
  type AmountChange,
  type ComparedInstalment,
  type ComparedLine,
  type StatementComparison,
  type StatementDifference,
} from "./statement/compare/compare-statements.ts";
export { formatStatementComparison } from "./statement/compare/format-comparison.ts";
export {
  instalmentsOn,
  type InstalmentsOnDay,
  type ReceivedOptions,
  type ReceivedPayment,
} from "./statement/instalments-on.ts";
export { replayStatement, type Replay, type ReplayOptions } from "./statement/replay.ts";
export { formatReadings } from "./statement/readings/format-readings.ts";
export { formatStatementSum } from "./statement/sum/format-sum.ts";
export type { GroupBy } from "./statement/sum/group-of.ts";
export {
  sumStatements,
  type StatementGroup,
  type StatementSum,
  type SummedStatement,
  type SumOptions,
} from "./statement/sum/sum-statements.ts";
export type { StatementTotals, SummedLine } from "./statement/sum/totals.ts";
export type { RowTotals } from "./list/left-out.ts";
export { safeComputePatient, safeComputePhysician, type SafeResult } from "./statement/safe.ts";
export {
  marginalValue,
  prepareMarginalValue,
  type MarginalInput,
  type MarginalValue,
} from "./statement/marginal/marginal-value.ts";
export type { ListChange, PatientFacts } from "./statement/marginal/list-change.ts";
export { formatStatement, type FormatOptions } from "./statement/format/format.ts";
export type { SheetOptions } from "./statement/layout/lay-out.ts";
export type { HeadingLevel } from "./statement/format/html.ts";
export type { StatementPart } from "./statement/format/page.ts";
export { explainPatient } from "./statement/explain.ts";
export { displayIn } from "./statement/layout/notebook.ts";
export { formatExplanation } from "./statement/format-explanation.ts";
export type { ExplainedLine, ExplainInput, Explanation } from "./statement/explanation.ts";
export type { CountedShare } from "./statement/evaluation.ts";
export type { ComputeOptions, ListOptions } from "./statement/options.ts";
export {
  computeReadings,
  type Extreme,
  type OptionPrice,
  type PricedInstalment,
  type ReadingPrice,
  type ReadingPrices,
} from "./statement/compute-readings.ts";
export { computePanelReadings } from "./statement/bulk/readings.ts";
export type { BatchResult } from "./statement/price-batch.ts";
export type { PatientInput, PhysicianInput } from "./statement/price-one.ts";
export type { Batch, ListChoices } from "./list/batch.ts";
export { computeShares, type PatientShare, type SharesResult } from "./statement/shares.ts";
export type {
  AmountLine,
  Instalment,
  RateLine,
  Statement,
  StatementLine,
} from "./statement/statement.ts";
export type { ColumnMap, MappedColumn, MappedHeader } from "./words/map.ts";
export { readWords, type WordsOptions } from "./words/read-words.ts";
export {
  checkPolicy,
  type LessThanBefore,
  type Policy,
  type PolicyAnswer,
  type PolicyCheck,
  type PolicyOptions,
} from "./scenario/check-policy.ts";
export type { PatientPair, PricedPatient } from "./scenario/complex-patients.ts";
export {
  bounds,
  type BoundRow,
  type Bounds,
  type BoundsOptions,
  type BoundsResult,
  type UnknownFact,
} from "./scenario/bounds/bounds.ts";
export {
  projectPanels,
  type ProjectedPanels,
  type ProjectedYear,
  type ProjectOptions,
} from "./scenario/project/project-panels.ts";
export type { Entry } from "./scenario/project/entries.ts";
export type { Exits } from "./scenario/project/exits.ts";
export { indexation, type IndexationOptions, type IndexedYear } from "./scenario/indexation.ts";
export type { BaseSchedule } from "./scenario/base.ts";
export type { CasePart, ChangeParts, ValuePart } from "./scenario/change-parts.ts";
export {
  compareSchedules,
  type CompareOptions,
  type ScheduleComparison,
} from "./scenario/compare-schedules.ts";
export type { ComparedGroup, ComparedParameter, ComparisonData } from "./scenario/comparison.ts";
export { formatScheduleComparison } from "./scenario/format-comparison.ts";
export {
  capitation,
  type CapitatedCell,
  type Capitation,
  type CapitationCell,
  type CapitationOptions,
} from "./scenario/capitation/capitation.ts";
export type { FollowUpFigures } from "./scenario/follow-up/figures.ts";
export {
  followUp,
  type FollowUp,
  type FollowUpGroup,
  type FollowUpOptions,
} from "./scenario/follow-up/follow-up.ts";
export type { ComparisonGroup, GroupKey } from "./scenario/groups.ts";
export { compareRegimes, type RegimeOptions } from "./scenario/regimes/compare-regimes.ts";
export { formatRegimeComparison } from "./scenario/regimes/format-regimes.ts";
export { publishedMeans, type PublishedMean } from "./scenario/regimes/published-means.ts";
export type {
  RegimeComparison,
  RegimeComparisonData,
  RegimeGroup,
  RegimeMoves,
} from "./scenario/regimes/regime-comparison.ts";
export type {
  AddedAmount,
  PartBasis,
  Regime,
  RegimePart,
  RegimeTotal,
} from "./scenario/regimes/regime.ts";
export type { Scope } from "./scenario/regimes/scope.ts";
export { computeShared, type SharedPriceOptions } from "./scenario/share/compute-shared.ts";
export {
  sharePanels,
  type SharedPanelTable,
  type ShareOptions,
} from "./scenario/share/share-panels.ts";
export type {
  AmountRange,
  SharedCell,
  SharedFacts,
  SharedPanel,
  SharedPrevention,
  SharedPrice,
  SharedRow,
} from "./scenario/share/shared.ts";
export type { Move, MoveOfPhysicians, Movers } from "./scenario/move.ts";
export type { Static } from "./scenario/note.ts";
export type { ScenarioOptions } from "./scenario/options.ts";
export type { ComparisonRow, PhysicianRow } from "./scenario/rows.ts";
export {
  sensitivity,
  type Sensitivity,
  type SensitivityOptions,
  type SweptRow,
  type SweptTotal,
} from "./scenario/sensitivity.ts";
export type { ScheduleChoice, Variant } from "./scenario/sides.ts";
export {
  solveFor,
  type Solution,
  type SolvedValue,
  type SolveOptions,
  type SolveReason,
  type SolveTarget,
} from "./scenario/solve.ts";
export type { WeightsOfPhysicians } from "./scenario/weights.ts";
export { version } from "./version.ts";
