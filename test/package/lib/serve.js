import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json" };

/**
 * Serves pages and, beside them, the files of a folder, on this machine only.
 * @param pages by path: `{ html, headers? }`
 */
export async function serve(folder, pages) {
  const server = createServer(async ({ url }, response) => {
    const page = pages[url];
    if (page)
      return response
        .writeHead(200, { "content-type": "text/html; charset=utf-8", ...page.headers })
        .end(page.html);
    try {
      const text = await readFile(join(folder, normalize(url)));
      response.writeHead(200, { "content-type": TYPES[extname(url)] ?? "text/plain" }).end(text);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
