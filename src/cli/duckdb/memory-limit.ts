import { totalmem } from "node:os";

/**
 * Bytes of memory that this process may use: those of the machine, or of its container if less.
 * @param constrained what the control groups of Linux allow; 0 or more than there is without limit
 */
export function memoryLimit(
  total: number = totalmem(),
  constrained: number = process.constrainedMemory(),
): number {
  return constrained > 0 ? Math.min(total, constrained) : total;
}
