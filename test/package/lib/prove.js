const AT_ONCE = 2;

/**
 * Runs checks, two at a time, and prints a line for each; gives how many passed and failed.
 * A check is `{ name, prove }`; `prove` throws, or may return a word on what it measured.
 */
export async function prove(checks, packed) {
  const waiting = [...checks];
  const count = { passed: 0, failed: 0 };
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift())
      count[(await passes(check, packed)) ? "passed" : "failed"] += 1;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return count;
}

async function passes({ name, prove: proveOne }, packed) {
  const start = performance.now();
  try {
    const measured = await proveOne(packed);
    console.log(
      `ok      ${name}${measured ? `: ${measured}` : ""} (${((performance.now() - start) / 1000).toFixed(1)} s)`,
    );
    return true;
  } catch (error) {
    console.log(`FAILED  ${name}: ${error.message}`);
    return false;
  }
}
