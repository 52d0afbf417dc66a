import type { Page } from "./page.ts";
import { isWebAddress } from "./web-address.ts";

/** HTML fragment without style sheet or script, to embed in a notebook or a page. */
export function htmlOf(page: Page): string {
  const lines = page.lines.map(({ label, calculation, amount, status, sources }) => {
    const footnotes = sources.map((n) => `<sup>${n}</sup>`).join(" ");
    return tableRow(
      rowHeader(label),
      figure(calculation),
      figure(amount),
      `<td>${footnotes} ${escape(status)}</td>`,
    );
  });
  const paid = page.instalments.rows.map(([day, amount]) =>
    tableRow(rowHeader(day), figure(amount)),
  );
  const sources = page.sources.rows.map(({ number, text, url }) => {
    const source = url ? `<a href="${escape(safe(url))}">${escape(text)}</a>` : escape(text);
    return `<li value="${number}">${source}</li>`;
  });
  const notes = page.notes.map(({ title, items }) => {
    const list = items.map((item) => `<li>${escape(item)}</li>`);
    return `<h4>${escape(title)}</h4>\n<ul>\n${list.join("\n")}\n</ul>`;
  });
  const head = page.head.map((name) => `<th scope="col">${escape(name)}</th>`);
  const [totalLabel, total] = page.total;
  const simulation =
    page.simulation === undefined ? "" : `<p><strong>${escape(page.simulation)}</strong></p>`;
  return `<section class="forfait-mt">${simulation}
<h3>${escape(page.title)}</h3>
<p>${escape(page.subtitle)}</p>
<table>
<thead>${tableRow(...head)}</thead>
<tbody>
${lines.join("\n")}
</tbody>
<tfoot>${tableRow(rowHeader(totalLabel), "<td></td>", figure(total), "<td></td>")}</tfoot>
</table>
<h4>${escape(page.instalments.title)}</h4>
<table><tbody>
${paid.join("\n")}
</tbody></table>
${notes.join("\n")}
<h4>${escape(page.sources.title)}</h4>
<ol>
${sources.join("\n")}
</ol>
</section>
`;
}

export function tableRow(...cells: readonly string[]): string {
  return `<tr>${cells.join("")}</tr>`;
}

export function rowHeader(text: string): string {
  return `<th scope="row">${escape(text)}</th>`;
}

export function figure(text: string): string {
  return `<td style="text-align:right">${escape(text)}</td>`;
}

/** Allows only web links, because a user's schedule may contain any URL. */
function safe(url: string): string {
  return isWebAddress(url) ? url : "#";
}

export function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}
