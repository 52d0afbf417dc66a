import { library } from "./library.ts";
import { makeColumns, makePhysicians, YEAR } from "./list.ts";
import { time } from "./measure.ts";

/** One size of `scale.ts`, in its own process: prints what it measured as JSON. */
const rows = Number(process.argv[2]);
const physicians = makePhysicians(Math.ceil(rows / 1000));
const columns = makeColumns(rows, physicians.length);
const options = { year: YEAR, physicians, match: "index" } as const;
const before = process.resourceUsage().maxRSS;

const { computePanels, panelsFromColumns, computeColumns } = library;
computePanels(panelsFromColumns({ ...columns }, options), { year: YEAR });
const peak = process.resourceUsage().maxRSS;
const times = time(
  {
    onePass: () => computeColumns({ ...columns }, options),
    panels: () => panelsFromColumns({ ...columns }, options),
  },
  5,
  "processor",
);

const columnBytes =
  Object.values(columns).reduce((bytes, column) => bytes + column.byteLength, 0) / rows;
console.log(
  JSON.stringify({
    rows,
    onePass: (times.onePass.median * 1e6) / rows,
    panels: (times.panels.median * 1e6) / rows,
    columnBytes,
    peakBytes: ((peak - before) * 1024) / rows,
  }),
);
