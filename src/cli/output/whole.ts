import type { Io, Sink } from "../io.ts";

/** Writes a file that takes its name only once it is whole; a failure leaves nothing behind. */
export async function writeWhole(
  io: Io,
  path: string,
  write: (file: Sink) => Promise<void>,
): Promise<void> {
  const file = await io.create(path);
  try {
    await write(file);
    await file.finish();
  } catch (error) {
    await file.discard();
    throw error;
  }
}
