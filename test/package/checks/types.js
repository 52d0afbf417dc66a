import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { here, tool } from "../lib/paths.js";
import { run } from "../lib/run.js";

/** A consumer's program in each form that a compiler tells apart. */
const consumers = {
  NodeNext: {
    module: "NodeNext",
    moduleResolution: "NodeNext",
    files: ["consumer.mts", "consumer.cts"],
  },
  Bundler: { module: "ESNext", moduleResolution: "Bundler", files: ["consumer.mts"] },
};

function consumer(compiler, name) {
  const { files, ...resolution } = consumers[name];
  return {
    name: `TypeScript ${compiler}, ${name}: strict, no skipLibCheck, no DOM, no @types/node`,
    async prove({ consumer: folder }) {
      const project = join(folder, `typescript-${compiler}-${name}`);
      mkdirSync(project);
      for (const file of files) cpSync(join(here, "programs", `${file}.txt`), join(project, file));
      const compilerOptions = {
        ...resolution,
        target: "ES2022",
        lib: ["ES2022"],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        resolveJsonModule: true,
        skipLibCheck: false,
        noEmit: true,
      };
      writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
      await run(process.execPath, [
        tool(`typescript-${compiler}`, "bin", "tsc"),
        "--project",
        project,
      ]);
    },
  };
}

/** Compilers that a vendor may have. */
export const types = ["5.9", "6", "7"].flatMap((compiler) =>
  Object.keys(consumers).map((name) => consumer(compiler, name)),
);
