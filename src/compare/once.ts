const made = new WeakMap<object, Map<unknown, unknown>>();

/** What `make` makes of an object, made once for each object: pages ask for the same thing many times in one build. */
export function once<T extends object, R>(from: T, make: (from: T) => R): R {
  const own = made.get(from) ?? new Map<unknown, unknown>();
  made.set(from, own);
  if (!own.has(make)) own.set(make, make(from));
  return own.get(make) as R;
}
