/** A process that runs the tests of a room, and is begun anew where a change made it hang. */
import { fork } from "node:child_process";
import { join } from "node:path";

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

  /** @returns the answer; what ends the process is noticed */
  async ask(message) {
    const { process } = this;
    const answer = await new Promise((resolve) => {
      process.removeAllListeners();
      process.once("exit", () => resolve(undefined));
      process.once("message", resolve);
      process.send(message);
    });
    if (answer) return answer;
    if (message.dry) throw new Error("the tests do not end, or fail without a change");
    this.start();
    return { noticed: { file: "", name: "(hangs)" } };
  }
}
