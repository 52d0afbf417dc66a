import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** `npm ci` warns of an install script that package.json neither allows nor denies, and of a deprecated package. */

interface Locked {
  readonly hasInstallScript?: boolean;
  readonly deprecated?: string;
}

const folders = ["", "test/bench", "test/mutation", "test/package"];
const read = (folder: string, name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, "..", folder, name), "utf8"));

test.each(folders)("installing ./%s warns of nothing", (folder) => {
  const { packages } = read(folder, "package-lock.json") as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const { allowScripts = {} } = read(folder, "package.json") as {
    readonly allowScripts?: Readonly<Record<string, boolean>>;
  };
  const installed = Object.entries(packages).map(
    ([path, locked]) => [path.replace(/^.*node_modules\//, ""), locked] as const,
  );
  expect(installed.length).toBeGreaterThan(1);
  const undecided = installed.filter(
    ([name, { hasInstallScript }]) => hasInstallScript && !(name in allowScripts),
  );
  expect(undecided).toEqual([]);
  expect(installed.filter(([, { deprecated }]) => deprecated !== undefined)).toEqual([]);
});
