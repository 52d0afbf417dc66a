import { fstatSync } from "node:fs";

/**
 * Whether what is written to a descriptor may be shown. The module of Node that tells terminals
 * from other devices costs milliseconds, and the others show nothing.
 */
export function isTerminal(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}
