import type { Locale } from "../../error.ts";
import type { Schedule } from "../../schedule/language.ts";
import type { ReadingPrices } from "../compute-readings.ts";
import type { Statement } from "../statement.ts";
import { documentStart, DOCUMENT_END } from "./document.ts";
import { commonHtml, escape, htmlOf } from "./html.ts";
import { commonMarkdown, escape as escapeMarkdown, markdownOf } from "./markdown.ts";
import { pageOf, type Page } from "./page.ts";
import { commonText, textOf } from "./text.ts";

/** How statements that follow one another are laid out, and what they have in common. */
interface Layout {
  readonly start: (title: string, locale: Locale) => string;
  readonly statement: (page: Page) => string;
  readonly between: string;
  readonly common: (page: Page) => string;
  readonly end: string;
}

const RULE = `\n${"─".repeat(100)}\n\n`;

const layouts = {
  text: { start: () => "", statement: textOf, between: RULE, common: commonText, end: "" },
  markdown: {
    start: (title) => `# ${escapeMarkdown(title)}\n\n`,
    statement: markdownOf,
    between: "\n",
    common: commonMarkdown,
    end: "",
  },
  page: {
    start: (title, locale) => `${documentStart(title, locale)}<h1>${escape(title)}</h1>\n`,
    statement: (page) => htmlOf(page, 2),
    between: "\n",
    common: (page) => commonHtml(page, 2),
    end: DOCUMENT_END,
  },
} as const satisfies Record<string, Layout>;

export type SeriesLayout = keyof typeof layouts;

/** Statements of physicians under one schedule: what is common to all is said at the end. */
export class StatementSeries {
  readonly #layout: Layout;
  readonly #locale: Locale;
  readonly #sourceIds: readonly string[];
  #all: Statement | undefined;

  constructor(schedule: Schedule, as: SeriesLayout, locale: Locale) {
    this.#layout = layouts[as];
    this.#locale = locale;
    this.#sourceIds = Object.keys(schedule.sources);
  }

  next(statement: Statement, readings: ReadingPrices | undefined): string {
    const page = pageOf(statement, {
      locale: this.#locale,
      ...(readings && { readings }),
      without: ["details", "assumptions", "sources"],
      sourceIds: this.#sourceIds,
      sourcesAt: ALL,
    });
    const isFirst = this.#all === undefined;
    this.#all = isFirst ? statement : together(this.#all as Statement, statement);
    const { start, between, statement: layOut } = this.#layout;
    const before = isFirst ? start(page.title, this.#locale) : between;
    return `${before}${layOut(page)}`;
  }

  /** What is common to the statements. */
  end(): string {
    if (!this.#all) return "";
    const page = pageOf(this.#all, {
      locale: this.#locale,
      without: ["details", "notes", "questions"],
      sourceIds: this.#sourceIds,
      sourcesAt: ALL,
    });
    return `${this.#layout.between}${this.#layout.common(page)}${this.#layout.end}`;
  }
}

/** Where the sources of all are. */
const ALL = "mt";

/** A statement of every line, assumption and source of both. */
function together(one: Statement, other: Statement): Statement {
  const rules = new Set(one.lines.map(({ rule }) => rule));
  const said = new Set(one.assumptions.map(({ fr }) => fr));
  return {
    ...one,
    lines: [...one.lines, ...other.lines.filter(({ rule }) => !rules.has(rule))],
    assumptions: [...one.assumptions, ...other.assumptions.filter(({ fr }) => !said.has(fr))],
    sources: { ...one.sources, ...other.sources },
  };
}
