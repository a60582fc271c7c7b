const PAUSE_MS = 1000;
const LONGEST_MS = 5000;
const RETRY_MS = 3000;
const LONGEST_RETRY_MS = 30_000;

/**
 * When to save: after a pause in typing, but not later than a while after the first change; after a failure again and
 * again, each time after a longer wait.
 */
export class SaveTimer {
  private readonly save: () => void;
  private failures = 0;
  private unsavedSince: number | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(save: () => void) {
    this.save = save;
  }

  get isFailing(): boolean {
    return this.failures > 0;
  }

  afterPause(): void {
    this.saveIn(PAUSE_MS);
  }

  soon(): void {
    this.saveIn(0);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** What was typed is on its way; the next change is a first one. */
  begun(): void {
    this.unsavedSince = null;
  }

  succeeded(): void {
    this.failures = 0;
  }

  failed(): void {
    this.failures++;
    this.saveIn(Math.min(RETRY_MS * 2 ** (this.failures - 1), LONGEST_RETRY_MS));
  }

  private saveIn(ms: number): void {
    this.stop();
    this.unsavedSince ??= performance.now();
    const left = this.failures ? ms : Math.max(0, Math.min(ms, this.unsavedSince + LONGEST_MS - performance.now()));
    this.timer = setTimeout(this.save, left);
  }
}
