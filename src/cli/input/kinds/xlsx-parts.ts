import { posix } from "node:path";
import type { Archive } from "./archive.ts";
import { readXml } from "./xml.ts";

/** A part of a workbook, as another part names it. */
export interface Part {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

/** Parts that a part names; the one named "" is the package. */
export async function related(
  archive: Archive,
  from: string,
  type?: string,
): Promise<readonly Part[]> {
  const folder = posix.dirname(from);
  const file = posix.join(folder, "_rels", `${posix.basename(from)}.rels`);
  const parts: Part[] = [];
  if (!archive.has(file)) return parts;
  await readXml(archive.text(file), {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const { Id = "", Type = "", Target = "" } = attributes();
      const path = posix.join(Target.startsWith("/") ? "" : folder, Target).replace(/^\//, "");
      parts.push({ id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), path });
    },
  });
  return type === undefined ? parts : parts.filter((part) => part.type === type);
}
