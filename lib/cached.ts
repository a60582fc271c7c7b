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
