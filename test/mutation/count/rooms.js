/**
 * The rooms that are counted: the files that are changed, and the tests that must notice. All
 * combinations of readings take half a minute each time, and pages call what is built: both are
 * left out.
 */
const EUROS =
  /^test\/(money|schedule(?!\/combinations)|list|panel|indicators|prevention(?!\/pages)|statement|columns|laws)\/|^test\/error\.test/;
const NOT_CODE = /\.d\.ts$|^src\/schedule\/language\.ts$|^src\/statement\/(statement|schema)\.ts$/;

const room = (files, tests = EUROS) => ({
  isChanged: (path) => files.test(path) && !NOT_CODE.test(path),
  isTest: (path) => tests.test(path),
});

export const ROOMS = {
  money: room(/^src\/money\//),
  schedule: room(/^src\/schedule\//),
  list: room(/^src\/list\//),
  panel: room(/^src\/panel\//),
  statement: room(/^src\/statement\/(?!bulk\/)/),
  bulk: room(/^src\/statement\/bulk\//, new RegExp(`${EUROS.source}|^test\\/scenario\\/`)),
  words: room(/^src\/words\//, /^test\/(words|list)\//),
};
