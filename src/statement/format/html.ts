import type { Page } from "./page.ts";

/** HTML fragment without style sheet or script, to embed in a notebook or a page. */
export function htmlOf(page: Page): string {
  const lines = page.lines.map(
    ({ label, calculation, amount, status, sources }) =>
      `<tr><th scope="row">${escape(label)}</th>${figure(calculation)}${figure(amount)}<td>${sources.map((n) => `<sup>${n}</sup>`).join(" ")} ${escape(status)}</td></tr>`,
  );
  const paid = page.instalments.rows.map(
    ([day, amount]) => `<tr><th scope="row">${escape(day)}</th>${figure(amount)}</tr>`,
  );
  const sources = page.sources.rows.map(
    ({ number, text, url }) =>
      `<li value="${number}">${url ? `<a href="${escape(safe(url))}">${escape(text)}</a>` : escape(text)}</li>`,
  );
  const notes = page.notes.map(
    ({ title, items }) =>
      `<h4>${escape(title)}</h4>\n<ul>\n${items.map((item) => `<li>${escape(item)}</li>`).join("\n")}\n</ul>`,
  );
  return `<section class="forfait-mt">
<h3>${escape(page.title)}</h3>
<p>${escape(page.subtitle)}</p>
<table>
<thead><tr>${page.head.map((name) => `<th scope="col">${escape(name)}</th>`).join("")}</tr></thead>
<tbody>
${lines.join("\n")}
</tbody>
<tfoot><tr><th scope="row">${escape(page.total[0])}</th><td></td>${figure(page.total[1])}<td></td></tr></tfoot>
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

function figure(text: string): string {
  return `<td style="text-align:right">${escape(text)}</td>`;
}

/** Allows only web links, because a user's schedule may contain any URL. */
function safe(url: string): string {
  return /^https?:\/\//.test(url) ? url : "#";
}

function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}
