import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { addDays, type Day, toColumn } from '../days';
import { changeSetting } from '../settings/change-setting';
import { forgetSettings, getSetting } from '../settings/get-setting';
import { transaction } from '../transaction';
import { forgetCalendar } from '../working-days';
import { forgetUnknownYears } from './unknown-years';

type Days = { from: Day; to: Day; workday: boolean; note: string };

/** 放假 or 上班 from one day to another, whatever the published calendar says; what was entered for them before is replaced. */
export async function setCalendarDays(actor: AccountActor, { from, to, ...what }: Days): Promise<void> {
  authorize(actor, 'settings.edit', null);
  await transaction(async (tx) => {
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const date = toColumn(day);
      await tx.calendarDay.upsert({ where: { date }, create: { date, ...what }, update: what });
    }
    await recordAudit(tx, actor, { action: 'calendar.set', record: 'calendar', recordId: from, data: { to, ...what } });
  });
  forgetCalendar();
}

/** The published calendar holds again for that day. */
export async function removeCalendarDay(actor: AccountActor, day: Day): Promise<void> {
  authorize(actor, 'settings.edit', null);
  await transaction(async (tx) => {
    const { count } = await tx.calendarDay.deleteMany({ where: { date: toColumn(day) } });
    if (count) await recordAudit(tx, actor, { action: 'calendar.remove', record: 'calendar', recordId: day, data: {} });
  });
  forgetCalendar();
}

/** All holidays of a year that the published calendar does not know have been entered, or not after all. */
export async function markCalendarYear(actor: AccountActor, { year, isComplete }: { year: number; isComplete: boolean }): Promise<void> {
  authorize(actor, 'settings.edit', null);
  forgetSettings();
  const { years } = await getSetting('calendar');
  const others = years.filter((each) => each !== year);
  await changeSetting(actor, 'calendar', { years: (isComplete ? [...others, year] : others).toSorted((one, other) => one - other) });
  forgetUnknownYears();
}
