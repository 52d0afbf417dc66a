import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as core from "../../src/core.ts";
import * as library from "../../src/index.ts";
import * as load from "../../src/load.ts";

/**
 * The public names, values first, then types. A name that comes, goes or changes is a change for
 * users: it stands here, and in CHANGELOG.md.
 */

const root = join(import.meta.dirname, "../..");

/** Names of types that an entry exports. It exports names alone: `export *` would let others out unseen. */
function typesIn(path: string): string[] {
  const text = readFileSync(join(root, path), "utf8").replace(/\/\*[^]*?\*\//g, "");
  const list = /export (type )?\{([^}]*)\} from "[^"]+";/g;
  if (text.replace(list, "").trim() !== "")
    throw new Error(`${path} exports more than lists of names`);
  return [...text.matchAll(list)].flatMap(([, isOfTypes, names = ""]) =>
    names
      .split(",")
      .map((name) => name.trim())
      .filter((name) => (isOfTypes ? name !== "" : name.startsWith("type ")))
      .map((name) => name.replace("type ", "")),
  );
}

test("values of the library", () => {
  expect(Object.keys(library).sort()).toMatchInlineSnapshot(`
    [
      "ForfaitError",
      "addAmounts",
      "applyPatch",
      "applyReadings",
      "compareAmounts",
      "compareSchedules",
      "compareStatements",
      "computeColumns",
      "computePanelReadings",
      "computePanels",
      "computePatient",
      "computePhysician",
      "computePhysicians",
      "computeReadings",
      "computeShares",
      "diffSchedules",
      "explainPatient",
      "formatAmount",
      "formatScheduleComparison",
      "formatStatement",
      "formatStatementComparison",
      "formatStatementSum",
      "getSchedule",
      "instalmentsOn",
      "isForfaitError",
      "listOn",
      "listSchedules",
      "loadSchedule",
      "marginalValue",
      "panelsFromColumns",
      "panelsFromCounts",
      "population",
      "prepareMarginalValue",
      "readWords",
      "replayStatement",
      "safeComputePatient",
      "safeComputePhysician",
      "scheduleFor",
      "sensitivity",
      "solveFor",
      "subtractAmounts",
      "sumStatements",
      "toSql",
      "version",
    ]
  `);
});

test("types of the library", () => {
  expect(typesIn("src/index.ts").sort()).toMatchInlineSnapshot(`
    [
      "ActDay",
      "ActKind",
      "Advances",
      "AldNumber",
      "Amendment",
      "AmountCase",
      "AmountChange",
      "AmountComponent",
      "AmountFormat",
      "AmountLine",
      "AmountRuleKind",
      "ArrowLike",
      "ArrowPiece",
      "BaseSchedule",
      "Batch",
      "BatchResult",
      "ByBand",
      "ByComponent",
      "ByIndicator",
      "ByPath",
      "BySex",
      "C2sKind",
      "CasePart",
      "CasePick",
      "ChangeParts",
      "Column",
      "ColumnMap",
      "ColumnOptions",
      "ColumnarStatements",
      "CompareOptions",
      "ComparedGroup",
      "ComparedInstalment",
      "ComparedLine",
      "ComparedParameter",
      "ComparisonData",
      "ComparisonGroup",
      "ComparisonRow",
      "ComputeOptions",
      "Condition",
      "CountOptions",
      "CountRow",
      "CountedShare",
      "Counts",
      "DatedAction",
      "DecimalText",
      "DeclaredFact",
      "DueDate",
      "Eligible",
      "EqualParts",
      "ErrorCode",
      "Euros",
      "ExplainInput",
      "ExplainedLine",
      "Explanation",
      "Extreme",
      "FormatOptions",
      "GivenFacts",
      "GivenPrevention",
      "GroupBy",
      "HeadingLevel",
      "IfMissing",
      "InTurn",
      "IndicatorId",
      "Instalment",
      "InstalmentsOnDay",
      "LeftOutReason",
      "LeftOutRow",
      "ListChange",
      "ListChoices",
      "ListOnDay",
      "ListOptions",
      "Locale",
      "LocalizedText",
      "MappedColumn",
      "MappedHeader",
      "MarginalInput",
      "MarginalValue",
      "Margins",
      "Move",
      "MoveOfPhysicians",
      "Movers",
      "NeverSeen",
      "Notice",
      "NoticeCode",
      "OptionPrice",
      "PanelColumns",
      "PanelOptions",
      "PanelStatements",
      "Panels",
      "Patient",
      "PatientCondition",
      "PatientFacts",
      "PatientInput",
      "PatientShare",
      "Payment",
      "Percent",
      "Period",
      "Physician",
      "PhysicianInput",
      "PhysicianRow",
      "Population",
      "PopulationColumns",
      "PopulationOptions",
      "Practice",
      "Prevention",
      "PreventionMask",
      "PreventionWay",
      "PreventionWays",
      "PricedInstalment",
      "Provenance",
      "RateLine",
      "ReadingPrice",
      "ReadingPrices",
      "Readings",
      "Reads",
      "ReceivedOptions",
      "ReceivedPayment",
      "ReferenceDay",
      "Refusal",
      "RejectedRow",
      "RejectedRows",
      "Remark",
      "Replay",
      "ReplayOptions",
      "RowTotals",
      "SafeResult",
      "ScenarioOptions",
      "ScenarioStart",
      "Schedule",
      "ScheduleChange",
      "ScheduleChoice",
      "ScheduleComparison",
      "ScheduleDifference",
      "ScheduleEntry",
      "ScheduleId",
      "SchedulePatch",
      "ScheduleReading",
      "ScheduleSource",
      "ScheduleValue",
      "Scheme",
      "Sector",
      "Sensitivity",
      "SensitivityOptions",
      "Sex",
      "ShareRate",
      "SharesResult",
      "SlabMeasure",
      "Solution",
      "SolveOptions",
      "SolveReason",
      "SolveTarget",
      "SolvedValue",
      "SqlDialect",
      "SqlPatientColumns",
      "SqlPhysicianColumns",
      "SqlTarget",
      "Statement",
      "StatementComparison",
      "StatementDifference",
      "StatementGroup",
      "StatementLine",
      "StatementPart",
      "StatementSum",
      "StatementTotals",
      "Static",
      "Status",
      "SumOptions",
      "SummedLine",
      "SummedStatement",
      "SweptRow",
      "SweptTotal",
      "SyntheticPatient",
      "SyntheticPhysician",
      "UpliftCase",
      "UpliftComponent",
      "Uplifts",
      "ValuePart",
      "Variant",
      "WeightsOfPhysicians",
      "WholeRange",
      "WordsOptions",
      "Zone",
      "ZoneDay",
    ]
  `);
});

test("values of ./core", () => {
  expect(Object.keys(core).sort()).toMatchInlineSnapshot(`
    [
      "ForfaitError",
      "computePatient",
      "computePhysician",
      "computePhysicians",
      "explainPatient",
      "formatStatement",
      "isForfaitError",
      "version",
    ]
  `);
});

test("types of ./core", () => {
  expect(typesIn("src/core.ts").sort()).toMatchInlineSnapshot(`
    [
      "AmountLine",
      "Batch",
      "BatchResult",
      "CoreOptions",
      "ErrorCode",
      "ExplainInput",
      "ExplainedLine",
      "Explanation",
      "FormatOptions",
      "Instalment",
      "Locale",
      "LocalizedText",
      "Patient",
      "PatientInput",
      "Physician",
      "PhysicianInput",
      "RateLine",
      "Readings",
      "Refusal",
      "RejectedRow",
      "Schedule",
      "ScheduleChange",
      "SchedulePatch",
      "Statement",
      "StatementLine",
    ]
  `);
});

test("values of ./load", () => {
  expect(Object.keys(load).sort()).toMatchInlineSnapshot(`
    [
      "ForfaitError",
      "applyPatch",
      "applyReadings",
      "isForfaitError",
      "loadSchedule",
      "version",
    ]
  `);
});

test("types of ./load", () => {
  expect(typesIn("src/load.ts").sort()).toMatchInlineSnapshot(`
    [
      "Amendment",
      "ErrorCode",
      "Locale",
      "LocalizedText",
      "Readings",
      "Refusal",
      "Schedule",
      "ScheduleId",
      "SchedulePatch",
    ]
  `);
});
