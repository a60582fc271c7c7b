import type { ActionState, Conflict, FormValues } from '@/lib/actions/action-state';
import { type Choice, writeUnit } from '@/lib/applications/merge-answers';
import { adopt, basesOf, beforeConflicts, decide, isUnsaved, type Ledger, noteSent, restore, type Stash, sendable } from './ledger';
import type { DraftStatus, DraftView, Page } from './page';
import { SaveTimer } from './save-timer';
import { type Draft, type DraftAnswer, sendDraft } from './send-draft';

type Settings = Pick<Draft, 'record' | 'step'> & {
  fields: readonly string[];
  /** What the form shows first, and what was stored then; the same unless something was filled in for the person. */
  shown: FormValues;
  stored: FormValues;
  version: number;
};

/** Saves what is typed after a pause in typing, one save after the other, and again and again while that fails. */
export class DraftSaver {
  private readonly draft: Pick<Draft, 'record' | 'step'>;
  private readonly editor = crypto.getRandomValues(new Uint32Array(2)).join('');
  private readonly listeners = new Set<() => void>();
  private page: Page | null = null;
  private ledger: Ledger;
  private status: DraftStatus = { kind: 'idle' };
  private view: DraftView = { status: this.status, conflicts: [] };
  private version: number;
  private sequence = 0;
  private answered = 0;
  private flying = 0;
  /** Sent by the form's own button, and not answered. */
  private handed: FormValues | null = null;
  private readonly timer = new SaveTimer(() => void this.save());

  constructor({ record, step, fields, shown, stored, version }: Settings) {
    this.version = version;
    this.draft = { record, step };
    this.ledger = { fields, known: [shown, stored], sent: [], conflicts: [] };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getView = (): DraftView => this.view;

  /**
   * The form has come alive: perhaps already typed into, perhaps sent without a script and with something to decide,
   * perhaps with what an earlier visit could not save. Answers whether that was brought back.
   */
  open(page: Page, conflicts: readonly Conflict[], stash: Stash | null): boolean {
    this.page = page;
    this.ledger = { ...this.ledger, known: beforeConflicts(this.ledger.known, conflicts), conflicts };
    this.show(this.status);
    const { ledger, values, units } = stash ? restore(this.ledger, stash, page.read()) : { ledger: this.ledger, values: {}, units: [] };
    this.ledger = ledger;
    page.write(units, values);
    if (units.length || this.isUnsaved()) this.timer.soon();
    return units.length > 0;
  }

  /** The form goes. When its button has sent it and led on, that is saved. */
  close(): void {
    if (this.handed) this.ledger = { ...this.ledger, known: [this.handed], sent: [] };
    if (this.isUnsaved()) this.flush();
    else this.keep();
    this.timer.stop();
    this.page = null;
  }

  changed(): void {
    if (this.isUnsaved()) this.timer.afterPause();
  }

  /** A field is left: no need to wait for more. */
  settle(): void {
    if (this.isUnsaved()) this.timer.soon();
  }

  /** The page is hidden or left and may not come back: now, even beside a save that is on its way. */
  flush(): void {
    if (!this.isUnsaved()) return;
    this.keep();
    void this.save(true);
  }

  /** The network is back, or the person is: perhaps they signed in elsewhere. */
  retry(): void {
    if (this.status.kind === 'failed' || this.status.kind === 'signedOut') void this.save();
  }

  /** The page was rendered again, with what is stored by now. */
  refresh(version: number, stored: FormValues): void {
    const [asked] = this.ledger.known;
    if (version <= this.version || !asked) return;
    this.version = version;
    if (this.page && !this.ledger.sent.length) this.adopt(this.page, stored, asked, []);
  }

  decide(units: readonly string[], choice: Choice): void {
    if (!this.page) return;
    const { ledger, values, units: changed } = decide(this.ledger, units, choice, this.page.read());
    this.ledger = ledger;
    this.page.write(changed, values);
    this.show(this.status);
    this.timer.soon();
  }

  /** The form's own button sends: what it says along with its fields. */
  handOver(): string {
    this.timer.stop();
    const opened = { bases: basesOf(this.ledger), editor: this.editor, sequence: ++this.sequence };
    this.handed = this.page?.read() ?? {};
    this.ledger = noteSent(this.ledger, this.sequence, this.handed);
    return JSON.stringify(opened);
  }

  /** What came of the button's sending. */
  heard({ status, values, conflicts }: ActionState): void {
    const asked = this.handed;
    this.handed = null;
    if (!this.page || !asked || status === 'idle') return;
    if (values && conflicts) {
      this.answered = this.sequence;
      this.ledger = { ...this.ledger, sent: [] };
      const stored = conflicts.reduce((all, { unit, theirs }) => writeUnit(all, unit, theirs), values);
      this.adopt(this.page, stored, asked, conflicts);
    }
    this.keep();
    if (this.isUnsaved()) this.timer.afterPause();
  }

  private async save(closing = false): Promise<void> {
    this.timer.stop();
    const { page } = this;
    if (!page || !this.isUnsaved()) return;
    if ((this.flying || this.handed) && !closing) return; // what is under way leads to the next save
    this.timer.begun();
    const values = sendable(this.ledger, page.read());
    const sequence = ++this.sequence;
    const opened = { bases: basesOf(this.ledger), editor: this.editor, sequence };
    this.ledger = noteSent(this.ledger, sequence, values);
    if (!this.timer.isFailing) this.show({ kind: 'saving' });
    this.flying++;
    const answer = await sendDraft({ ...this.draft, values, opened }, closing);
    this.flying--;
    if (this.page && sequence > this.answered) this.hear(this.page, sequence, values, answer);
    if (!this.page && answer.kind === 'saved' && !answer.conflicts.length && !this.ledger.conflicts.length) page.keep(null);
  }

  private hear(page: Page, sequence: number, values: FormValues, answer: DraftAnswer): void {
    const later = this.ledger.sent.filter((one) => one.sequence > sequence);
    if (answer.kind === 'saved') {
      this.answered = sequence;
      this.timer.succeeded();
      this.ledger = { ...this.ledger, sent: later };
      this.adopt(page, answer.values, values, answer.conflicts);
      this.version = answer.version;
      page.heardVersion(answer.version);
      this.show({ kind: 'saved', at: answer.savedAt });
    } else if (answer.kind === 'refused') {
      this.ledger = { ...this.ledger, sent: this.ledger.sent.filter((one) => one.sequence !== sequence) };
      this.show(answer);
    } else {
      this.show({ kind: answer.kind === 'lost' ? 'failed' : 'signedOut' });
      this.timer.failed();
    }
    this.keep();
    if (answer.kind === 'saved') this.changed();
  }

  private adopt(page: Page, stored: FormValues, asked: FormValues, conflicts: readonly Conflict[]): void {
    const answered = { stored, asked, conflicts, typed: page.read(), isTyping: page.isTyping };
    const { ledger, units, values } = adopt(this.ledger, answered);
    this.ledger = ledger;
    page.write(units, values);
    this.show(this.status);
  }

  // Nobody knows whether what was sent and never answered has arrived.
  private isUnsaved(): boolean {
    if (!this.page) return false;
    return (this.ledger.sent.length > 0 && !this.flying) || isUnsaved(this.ledger, this.page.read());
  }

  private keep(): void {
    if (!this.page) return;
    const unsaved = this.isUnsaved() || this.ledger.conflicts.length > 0;
    this.page.keep(unsaved ? { values: this.page.read(), bases: basesOf(this.ledger) } : null);
  }

  private show(status: DraftStatus): void {
    this.status = status;
    this.view = { status, conflicts: this.ledger.conflicts };
    for (const listener of this.listeners) listener();
  }
}
