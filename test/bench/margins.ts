/**
 * What a question about one list costs, `npm run bench:margins [-- PATIENTS [QUESTIONS]]`: the margins of a list that is read
 * once, beside a computation of each changed list. Both give the same totals, which is checked first.
 */
import { makeColumns, makePatients, YEAR } from "./list.ts";
import { library } from "./library.ts";
import { timePairs } from "./measure.ts";

const [size = 1_000, questions = 1_000] = process.argv.slice(2).map(Number);
const patients = makePatients(makeColumns(size, 1), size);
const input = { physician: { zone: "ZIP" }, patients } as const;

const C2S = ["free", false] as const;
const changeOf = (i: number): (typeof patients)[number] => {
  const row = patients[i % size] as (typeof patients)[number];
  return { ...row, c2s: row.c2s === false ? C2S[0] : C2S[1] };
};

for (const year of [YEAR, 2025]) {
  const margins = (count: number): string[] => {
    const valueOf = library.prepareMarginalValue(input, { year });
    return Array.from({ length: count }, (_, i) => {
      const { id, c2s } = changeOf(i);
      return valueOf({ set: { [`${id}`]: { c2s } } }).after;
    });
  };
  const whole = (count: number): string[] =>
    Array.from({ length: count }, (_, i) => {
      const changed = [...patients];
      changed[i % size] = changeOf(i);
      return library.computePhysician({ ...input, patients: changed }, { year }).total;
    });
  if (margins(50).join() !== whole(50).join()) throw new Error("the totals differ");
  const { first, second, ratio } = timePairs(
    () => whole(questions),
    () => margins(questions),
    5,
  );
  console.log(
    `${year}, ${size} patients, ${questions} questions: ${first.median.toFixed(0)} ms whole, ${second.median.toFixed(0)} ms as margins, ratio ${ratio.median.toFixed(1)} (${ratio.lowest.toFixed(1)} to ${ratio.highest.toFixed(1)}), ${((second.median / questions) * 1000).toFixed(1)} µs a question`,
  );
}

const one = patients[0] as (typeof patients)[number];
const set = { [`${one.id}`]: { c2s: changeOf(0).c2s } };
const { ratio } = timePairs(
  () => {
    const changed = [changeOf(0), ...patients.slice(1)];
    const before = library.computePhysician(input, { year: YEAR }).total;
    return [
      before,
      library.computePhysician({ ...input, patients: changed }, { year: YEAR }).total,
    ];
  },
  () => library.marginalValue({ ...input, change: { set } }, { year: YEAR }),
  15,
);
console.log(
  `one question, marginalValue, beside two computations: ratio ${ratio.median.toFixed(2)}`,
);
