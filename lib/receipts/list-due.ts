import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { today } from '../clock';
import type { Day } from '../days';
import { type ReceiptDeadline, receiptDeadline } from '../dues/receipt-deadline';
import { getSetting } from '../settings/get-setting';
import { normaliseUscc } from '../uscc';
import { type Calendar, loadCalendar } from '../working-days';
import { itemText } from './export-columns';
import { type DueReceipt, selectDue } from './select-due';

export const DUE_PAGE = 50;

export type DueView = DueReceipt & ReceiptDeadline & { item: string };

/** 待开票, the nearest deadline first: those of a page, how many match, and how many of all are late. */
export async function listDue(
  actor: Actor,
  { search, page }: { search: string; page: number },
): Promise<{ rows: DueView[]; total: number; all: number; late: number }> {
  authorize(actor, 'receipt.list', null);
  const all = await selectDue();
  const found = all.filter((due) => matches(due, search));
  const view = await viewer();
  return {
    rows: found.slice((page - 1) * DUE_PAGE, page * DUE_PAGE).map(view),
    total: found.length,
    all: all.length,
    late: all.filter((due) => view(due).urgency === 'past').length,
  };
}

/** Adds what a page or workbook shows beside the facts: the deadline, and the words of 项目. */
export async function viewer(): Promise<(due: DueReceipt) => DueView> {
  const [calendar, day, { item }] = await Promise.all([loadCalendar(), today(), getSetting('receipts')]);
  const known = new Map<string, ReceiptDeadline>();
  return (due) => ({ ...due, ...deadlineOf(known, calendar, due.startAt, day), item: itemText(item, due.years) });
}

// A day of filing is often the same for many: the calendar is asked once for each.
function deadlineOf(known: Map<string, ReceiptDeadline>, calendar: Calendar, startAt: Date, day: Day): ReceiptDeadline {
  const key = startAt.toISOString().slice(0, 13);
  const found = known.get(key) ?? receiptDeadline(calendar, startAt, day);
  known.set(key, found);
  return found;
}

function matches(due: DueReceipt, search: string): boolean {
  const text = search.trim();
  if (!text) return true;
  const code = normaliseUscc(text);
  if (due.titleUscc === code || due.companyUscc === code || due.reference === code) return true;
  return [due.titleName, due.companyName, due.email, due.payer].some((value) => value.includes(text));
}
