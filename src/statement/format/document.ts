import type { Locale } from "../../error.ts";
import { escape } from "./html.ts";

/** A whole HTML document around fragments: from 320 px to a sheet of A4, light and dark. */
export function documentOf(title: string, body: string, locale: Locale): string {
  return `${documentStart(title, locale)}${body}${DOCUMENT_END}`;
}

export function documentStart(title: string, locale: Locale): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
`;
}

export const DOCUMENT_END = "</main>\n</body>\n</html>\n";

const STYLE = `:root { color-scheme: light dark; --ink: #1b2430; --soft: #55606e; --rule: #d5dae1;
  --mark: #eef2f7; --link: #0b57b0; background: #fff; color: var(--ink) }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebf0; --soft: #a9b3c1; --rule: #3a424e;
  --mark: #222a35; --link: #8fbcff; background: #14181f } }
body { margin: 0;
  font: 1rem/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: break-word }
main:has(.word) { max-width: 60rem }
a { color: var(--link) }
h1, h2, h3 { line-height: 1.25; text-wrap: balance }
h1 { font-size: 1.35rem; margin: 0 } h2, h3 { font-size: 1.05rem; margin: 1.5rem 0 .3rem }
h1 ~ section h2 { font-size: 1.2rem }
p { margin: .3rem 0 } section > p:not([class]) { margin: .7rem 0 }
.whose, .foot, .legend, .trust, caption { color: var(--soft) }
.changed { background: var(--mark); padding: .4rem .6rem; overflow-wrap: anywhere }
.total { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline;
  gap: 0 1rem; margin: 1rem 0 .2rem; padding: .5rem .7rem; background: var(--mark) }
.total strong { font-size: 1.9rem; font-variant-numeric: tabular-nums; white-space: nowrap }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums;
  margin: .6rem 0; position: relative }
caption { text-align: left; font-size: .8rem; padding-bottom: .2rem }
th { font-weight: 400; text-align: left }
th, td { padding: .22rem .7rem .22rem 0; border-bottom: 1px solid var(--rule);
  vertical-align: baseline }
thead th { font-size: .8rem; color: var(--soft) }
.lines { margin-top: 1.2rem }
.lines thead th:nth-child(2), .lines thead th:nth-child(3) { text-align: right }
.payments thead th:nth-child(2), .figure { text-align: right; white-space: nowrap }
.lines tbody tr:not(:first-child) th { padding-left: 1rem }
.sum th, .sum td, .group th, .payments .figure { font-weight: 600 }
.sheet thead .figure { white-space: normal; min-width: 4rem } .word { min-width: 7rem }
.group th { padding-top: .7rem } .group ~ tr th, .part th { padding-left: 1rem }
small { color: var(--soft) }
tfoot th, tfoot td { font-weight: 700; border-top: 2px solid; border-bottom: 0;
  padding-top: .4rem }
.status { white-space: nowrap; color: var(--soft); padding-right: 0 }
.from { font-size: .8em }
.legend span { white-space: nowrap; margin-right: 1rem }
details { border-top: 1px solid var(--rule); padding: .35rem 0 } summary { cursor: pointer }
ul, ol { padding-left: 1.3rem; margin: .3rem 0 } li { margin: .2rem 0;
  overflow-wrap: anywhere }
.foot, .legend, .trust { font-size: .9rem }
.foot { margin-top: 1rem }
section + section { margin-top: 3rem }
.payments caption, section > .lines caption { position: absolute; clip-path: inset(50%);
  width: 1px; height: 1px; overflow: hidden }
@media (max-width: 36rem) {
  .lines thead, .wide thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px;
  overflow: hidden }
  .wide tr { display: block; border-bottom: 1px solid var(--rule); padding: .35rem 0 }
  .wide tr th, .wide td { display: block; border: 0; padding: 0 } .wide th { font-weight: 600 }
  .wide .group th { padding-top: .7rem; font-size: 1.1rem }
  .wide td { display: grid; grid-template-columns: minmax(7rem, auto) 1fr; gap: 0 .8rem }
  .wide td::before { content: attr(data-head); color: var(--soft);
  text-align: left; white-space: normal }
  .wide td:empty { display: none } .wide .word { overflow-wrap: anywhere }
  .lines tr { display: grid; grid-template-columns: minmax(0, 1fr) auto 4rem; gap: 0 .6rem;
  border-bottom: 1px solid var(--rule); padding: .25rem 0 }
  .lines th, .lines td { border: 0; padding: 0 } .lines th { grid-column: 1 / -1 }
  .lines td:nth-child(2) { text-align: left; color: var(--soft); white-space: normal }
  .lines td:nth-child(2):empty { display: none }
  .lines tr:has(td:nth-child(2):empty) th { grid-column: 1 }
  .lines td:nth-child(4) { text-align: right; white-space: normal }
  .lines tbody tr:not(:first-child) { padding-left: 1rem }
  .lines tbody tr:not(:first-child) th { padding-left: 0 }
  .lines tfoot tr { border-top: 2px solid; border-bottom: 0 }
}
@media (max-width: 24rem) {
  main { padding: 1rem .75rem 2rem }
  .lines { font-size: .9rem } .lines tr { gap: 0 .4rem }
}
@media print {
  @page { size: A4; margin: 11mm }
  :root { --ink: #000; --soft: #333; --rule: #bbb; --mark: #f2f2f2; --link: #000;
  background: #fff; font-size: 8.3pt }
  ul.foot { font-size: .85rem }
  body { line-height: 1.35 } main, main:has(.word) { max-width: none; padding: 0 }
  .total { padding: .3rem .7rem .3rem 0; border-block: 1px solid }
  th, td { padding-top: .1rem; padding-bottom: .1rem } h2, h3 { margin-top: .8rem }
  h2, h3, .group { break-after: avoid }
  li { margin: .05rem 0 } a { text-decoration: none }
  tr, li, .total { break-inside: avoid } section + section:not(.common) { break-before: page }
  details:not([open]):not(.proof) { display: none }
  .proof { font-size: .85rem; padding: .2rem 0 } .proof summary { list-style: none }
  .proof::details-content { content-visibility: visible; display: block }
}`;
