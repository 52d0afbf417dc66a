import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { run } from "./run.js";

const DEBIAN = "/usr/bin/chromium";
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

let installed;

/** Opens Debian's Chromium without a window; root installs it where it is missing, once. */
export async function openChromium() {
  await (installed ??= install());
  return chromium.launch({ executablePath: DEBIAN, args: ARGS });
}

async function install() {
  if (existsSync(DEBIAN) || process.getuid() !== 0) return;
  await run("apt-get", ["update", "-qq"]);
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}
