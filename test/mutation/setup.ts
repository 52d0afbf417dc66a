import fc from "fast-check";

/** A mutant that random lists can kill dies within a few of them. */
fc.configureGlobal({ numRuns: 10 });
