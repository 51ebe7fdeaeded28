/**
 * Loaded into a process, and all threads and processes that it starts, before anything else: the clock goes years ahead, and folders
 * are listed backwards. With ELSEWHERE_REPORT set, each thread adds a line to that file on how often it was asked for either.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const AHEAD = 7 * 365.25 * 24 * 60 * 60 * 1000;
let times = 0;
let listings = 0;

const PlainDate = Date;
const now = () => {
  times += 1;
  return PlainDate.now() + AHEAD;
};
globalThis.Date = new Proxy(PlainDate, {
  apply: () => new PlainDate(now()).toString(),
  construct: (plain, args, target) => Reflect.construct(plain, args.length > 0 ? args : [now()], target),
  get: (plain, name) => (name === 'now' ? now : Reflect.get(plain, name)),
});

/** @type {(list: unknown) => unknown} */
const backwards = (list) => {
  listings += 1;
  return Array.isArray(list) ? list.toReversed() : list;
};

// Listings that call one another below the surface must not turn an order twice.
const { readdir, readdirSync, opendirSync } = fs;
const { readdir: readdirLater } = fs.promises;

// @ts-expect-error The overloads differ in nothing that matters here.
fs.readdirSync = (...args) => backwards(readdirSync(...args));
// @ts-expect-error The same.
fs.readdir = (...args) => {
  const done = args.pop();
  // @ts-expect-error The same.
  readdir(...args, (error, list) => done(error, list && backwards(list)));
};
// @ts-expect-error The same.
fs.promises.readdir = async (...args) => backwards(await readdirLater(...args));

/** A folder opened to be read entry by entry, which gives them backwards. */
/** @type {(...args: Parameters<typeof opendirSync>) => fs.Dir} */
const opened = (...args) => {
  const folder = opendirSync(...args);
  const entries = [];
  for (let entry = folder.readSync(); entry; entry = folder.readSync()) entries.push(entry);
  folder.closeSync();
  const rest = /** @type {fs.Dirent[]} */ (backwards(entries));
  const next = () => rest.shift() ?? null;
  return Object.assign(folder, {
    closeSync: () => {},
    close: async (/** @type {unknown} */ done) => {
      if (typeof done === 'function') done(null);
    },
    readSync: next,
    read: async (/** @type {unknown} */ done) => {
      const entry = next();
      if (typeof done === 'function') done(null, entry);
      return entry;
    },
    [Symbol.asyncIterator]: async function* () {
      for (let entry = next(); entry; entry = next()) yield entry;
    },
  });
};
fs.opendirSync = opened;
// @ts-expect-error The same.
fs.opendir = (...args) => {
  const done = args.pop();
  try {
    // @ts-expect-error The same.
    done(null, opened(...args));
  } catch (error) {
    // @ts-expect-error The same.
    done(error);
  }
};
fs.promises.opendir = async (...args) => opened(...args);
syncBuiltinESMExports();

const report = process.env.ELSEWHERE_REPORT;
if (report) {
  process.on('exit', () => {
    const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
    const line = {
      argv: process.argv,
      times,
      listings,
      timeZone,
      locale,
      home: process.env.HOME,
    };
    fs.appendFileSync(report, `${JSON.stringify(line)}\n`);
  });
}
