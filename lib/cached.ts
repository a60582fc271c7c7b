/** Remembers what `load` answered for `seconds`, in this process, and shares one load among callers who ask meanwhile. */
export function cached<T>(seconds: number, load: () => Promise<T>): { get: () => Promise<T>; forget: () => void } {
  let kept: { value: Promise<T>; until: number } | undefined;
  return {
    get() {
      if (!kept || kept.until < performance.now()) {
        const value = load();
        kept = { value, until: performance.now() + seconds * 1000 };
        value.catch(() => {
          kept = undefined;
        });
      }
      return kept.value;
    },
    forget() {
      kept = undefined;
    },
  };
}

const UNCHANGED_SECONDS = 5;

/**
 * Remembers what was added up over a table until the table's sequence has moved, which a trigger does at every change; and
 * for five seconds at most, because a change moves it a moment before it can be seen.
 */
export function untilChanged<T>(): (changes: string, key: string, load: () => Promise<T>) => Promise<T> {
  let kept: { changes: string; values: Map<string, ReturnType<typeof cached<T>>> } = { changes: '', values: new Map() };
  return (changes, key, load) => {
    if (kept.changes !== changes) kept = { changes, values: new Map() };
    const value = kept.values.get(key) ?? cached(UNCHANGED_SECONDS, load);
    kept.values.set(key, value);
    return value.get();
  };
}
