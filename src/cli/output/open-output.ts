import { constants, open } from "node:fs";
import { promisify } from "node:util";
import type { Access, OutputFile } from "../io.ts";
import { createAtomicFile } from "./atomic-file.ts";
import { DescriptorWriter } from "./descriptor-writer.ts";
import { isTerminal } from "./is-terminal.ts";
import { targetOf } from "./target.ts";

const openAsync = promisify(open);

/** Writers of the standard streams, by their descriptors. */
export type Streams = ReadonlyMap<number, OutputFile["write"]>;

/**
 * Opens an output: a file is replaced once the new one is complete, anything else is written into.
 * @throws as `targetOf`
 */
export async function openOutput(
  path: string,
  access: Access,
  streams: Streams,
): Promise<OutputFile> {
  const target = targetOf(path);
  if (target.kind === "file") return createAtomicFile(target.path, target.stats, access);
  if (target.kind === "descriptor") {
    const writer = new DescriptorWriter(target.descriptor);
    const write = streams.get(target.descriptor) ?? ((chunk) => writer.write(chunk));
    return {
      isTerminal: isTerminal(target.descriptor),
      write,
      finish: () => writer.flush(),
      discard: async () => {},
    };
  }
  // Neither creates nor truncates. Opening a pipe waits for its reader.
  const descriptor = await openAsync(target.path, constants.O_WRONLY);
  const writer = new DescriptorWriter(descriptor);
  return {
    isTerminal: isTerminal(descriptor),
    write: (chunk) => writer.write(chunk),
    finish: async () => {
      await writer.flush();
      writer.close();
    },
    discard: async () => writer.close(),
  };
}
