import { guard, oneOf, refuse, type LocalizedText } from "../error.ts";
import { C2S_KINDS, OLDEST, SECTORS, ZONES } from "../facts.ts";
import { checkKeys } from "../known-keys.ts";
import { bandOf, bandText } from "../panel/columns/counts.ts";
import { MARGINS, type Margins } from "./margins.ts";

/**
 * Copies the margins of a caller, each of which is checked.
 * @throws ForfaitError INPUT_INVALID, BAND_INVALID, KEY_UNKNOWN
 */
export function checkMargins(given: Partial<Margins>): Partial<Margins> {
  const margins = objectAt("margins", copyOf(given));
  checkKeys("margins", margins, Object.keys(MARGINS));
  for (const [name, margin] of Object.entries(margins))
    checks[name as keyof Margins](`margins.${name}`, margin);
  return margins as Partial<Margins>;
}

type Check = (path: string, margin: unknown) => void;

const checks: Readonly<Record<keyof Margins, Check>> = {
  sizes: checkSizes,
  ages: checkBandWeights,
  women: (path, margin) => checkRates(path, margin, checkRate),
  ald: (path, margin) =>
    checkRates(path, margin, (at, rate) =>
      typeof rate === "object" ? checkRecord(at, rate, ["F", "M"], checkRate) : checkRate(at, rate),
    ),
  aldNumbers: checkAldNumbers,
  c2s: (path, margin) =>
    checkRecord(path, margin, C2S_KINDS, (at, rates) => checkRates(at, rates, checkRate)),
  seen: (path, margin) => checkRecord(path, margin, ["ald", "others"], checkThreeWeights),
  zones: (path, margin) => checkWeights(path, margin, (at, key) => checkKey(at, key, ZONES)),
  sectors: (path, margin) => checkWeights(path, margin, (at, key) => checkKey(at, key, SECTORS)),
  departements: (path, margin) => checkWeights(path, margin, checkCode),
  physicianAges: checkBandWeights,
  installationAges: checkBandWeights,
  differences: (path, margin) => checkRecord(path, margin, ["ages", "c2s"], checkRate),
};

/** Plain data, as JSON keeps them; what it does not keep is refused as absent or null. */
function copyOf(given: unknown): unknown {
  return guard("margins", () => JSON.parse(JSON.stringify(given) ?? "null") as unknown);
}

type Entries = Readonly<Record<string, unknown>>;

function objectAt(path: string, value: unknown): Entries {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Entries;
  return refuse("INPUT_INVALID", path, value, { fr: "un objet", en: "an object" });
}

function checkNumber(path: string, value: unknown, most: number): void {
  if (typeof value === "number" && value >= 0 && value <= most) return;
  refuse("INPUT_INVALID", path, value, {
    fr: `un nombre de 0 à ${most}`,
    en: `a number from 0 to ${most}`,
  });
}

const checkRate: Check = (path, rate) => checkNumber(path, rate, 1);

/** Highest weight, and longest list. */
const MOST = 1_000_000_000;
const LONGEST_LIST = 1_000_000;

/** Every key is there, and no other. */
function checkRecord(path: string, value: unknown, keys: readonly string[], check: Check): void {
  const record = objectAt(path, value);
  checkKeys(path, record, keys);
  for (const key of keys) check(`${path}.${key}`, record[key]);
}

function checkWeights(path: string, value: unknown, checkName: Check): void {
  const weights = objectAt(path, value);
  for (const [name, weight] of Object.entries(weights)) {
    checkName(path, name);
    checkNumber(`${path}.${name}`, weight, MOST);
  }
  if (!Object.values(weights).some((weight) => (weight as number) > 0))
    refuse("INPUT_INVALID", path, value, aWeight);
}

const aWeight: LocalizedText = {
  fr: "un poids au-dessus de zéro au moins",
  en: "at least one weight above zero",
};

function checkKey(path: string, key: unknown, known: readonly string[]): void {
  if (!known.includes(key as string)) refuse("INPUT_INVALID", path, key, oneOf(known));
}

function checkCode(path: string, code: unknown): void {
  if (!/^[0-9A-Z]{1,4}$/.test(code as string))
    refuse("INPUT_INVALID", path, code, {
      fr: "un code de 1 à 4 chiffres ou capitales : 01, 2A, 974",
      en: "a code of 1 to 4 digits or capitals: 01, 2A, 974",
    });
}

function checkThreeWeights(path: string, value: unknown): void {
  if (!Array.isArray(value) || value.length !== 3)
    refuse("INPUT_INVALID", path, value, {
      fr: "trois poids : vus dans l'année, l'année d'avant, plus tôt",
      en: "three weights: seen in the year, in the year before, earlier",
    });
  checkWeights(path, { ...(value as unknown[]) }, () => undefined);
}

function checkBandWeights(path: string, value: unknown): void {
  checkWeights(path, value, () => undefined);
  bandsOf(path, value);
}

function bandsOf(path: string, value: unknown): ReturnType<typeof bandOf>[] {
  const bands = Object.keys(objectAt(path, value)).map((text) => bandOf(text, path));
  bands.sort((one, other) => one.from - other.from);
  for (const [i, band] of bands.entries())
    if (band.from <= (bands[i - 1]?.to ?? -1))
      refuse("BAND_INVALID", path, bandText(band), {
        fr: "des tranches sans âge commun",
        en: "bands without an age in common",
      });
  return bands;
}

/** Rates are told of every age. */
function checkRates(path: string, value: unknown, check: Check): void {
  for (const [band, rate] of Object.entries(objectAt(path, value))) check(`${path}.${band}`, rate);
  const ages = bandsOf(path, value).reduce((sum, { from, to }) => sum + to - from + 1, 0);
  if (ages !== OLDEST + 1)
    refuse("BAND_INVALID", path, value, {
      fr: `des tranches pour chaque âge, comme "0-59" et "60+"`,
      en: `bands for every age, such as "0-59" and "60+"`,
    });
}

function checkSizes(path: string, value: unknown): void {
  const points = Array.isArray(value) ? (value as unknown[]) : [];
  for (const [i, point] of points.entries()) {
    const [percent, patients, ...more] = Array.isArray(point) ? (point as unknown[]) : [];
    checkNumber(`${path}[${i}][0]`, percent, 100);
    checkNumber(`${path}[${i}][1]`, patients, LONGEST_LIST);
    const [before, fewer] = (points[i - 1] ?? [-1, 0]) as [number, number];
    if (more.length > 0 || (percent as number) <= before || (patients as number) < fewer)
      refuse("INPUT_INVALID", `${path}[${i}]`, point, ofSizes);
  }
  const [first, last] = [points[0], points[points.length - 1]] as [number, number][];
  if (first?.[0] !== 0 || last?.[0] !== 100) refuse("INPUT_INVALID", path, value, ofSizes);
}

const ofSizes: LocalizedText = {
  fr: "des couples croissants [rang, patients], du rang 0 au rang 100",
  en: "rising pairs [percentile, patients], from percentile 0 to 100",
};

function checkAldNumbers(path: string, value: unknown): void {
  const numbers = objectAt(path, value);
  let perPatient = 0;
  for (const [number, entry] of Object.entries(numbers)) {
    const at = `${path}.${number}`;
    if (!/^([0-9]|[12][0-9]|3[0-2])$/.test(number))
      refuse("INPUT_INVALID", path, number, {
        fr: "un numéro d'ALD de 1 à 32, ou 0 pour les autres",
        en: "a number of ALD from 1 to 32, or 0 for the others",
      });
    const { share, meanAge, ...more } = objectAt(at, entry);
    checkKeys(at, more, ["share", "meanAge"]);
    checkRate(`${at}.share`, share);
    if (meanAge !== undefined) checkNumber(`${at}.meanAge`, meanAge, OLDEST);
    perPatient += share as number;
  }
  if (perPatient < 1 || perPatient > 2)
    refuse("INPUT_INVALID", path, perPatient, {
      fr: "des parts qui font entre 1 et 2 : une ou deux ALD par patient",
      en: "shares that sum to between 1 and 2: one or two ALD per patient",
    });
}
