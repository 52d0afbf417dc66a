import type { Access, Io, OutputFile } from "../io.ts";

/** Writes a whole output; a failure leaves nothing behind. */
export async function writeOutput(
  io: Io,
  path: string,
  access: Access,
  write: (file: OutputFile) => Promise<void>,
): Promise<void> {
  const file = await io.create(path, access);
  try {
    await write(file);
    await file.finish();
  } catch (error) {
    await file.discard();
    throw error;
  }
}
