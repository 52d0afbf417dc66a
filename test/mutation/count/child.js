/** A process that runs the tests of a room; what hangs is ended, and the process begun anew. */
import { fork } from "node:child_process";
import { join } from "node:path";

/** Milliseconds without an end of a test after which a change is taken for endless. */
const SILENCE_MS = 20_000;

export class Child {
  constructor(root, folder) {
    this.root = root;
    this.folder = folder;
    this.start();
  }

  start() {
    this.process = fork(join(import.meta.dirname, "tests.js"), [this.root, this.folder], {
      execArgv: ["--max-old-space-size=6000"],
    });
  }

  stop() {
    this.process.kill();
  }

  /** @returns the answer; what hangs is noticed */
  async ask(message, silence = SILENCE_MS) {
    const { process } = this;
    const answer = await new Promise((resolve) => {
      let timer = setTimeout(resolve, silence, undefined);
      process.removeAllListeners("message");
      process.removeAllListeners("exit");
      process.on("exit", () => {
        clearTimeout(timer);
        resolve(undefined);
      });
      process.on("message", (said) => {
        clearTimeout(timer);
        if (said.alive) timer = setTimeout(resolve, silence, undefined);
        else resolve(said);
      });
      process.send(message);
    });
    if (answer) return answer;
    if (message.dry) throw new Error("the tests do not end, or fail without a change");
    process.kill("SIGKILL");
    this.start();
    return { noticed: { file: "", name: "(hangs)" } };
  }
}
