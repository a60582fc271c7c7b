/** A calendar day of Beijing, `YYYY-MM-DD`. */
export type Day = string;

const TIME_ZONE = 'Asia/Shanghai';

const parts = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit', hour12: false });

/** The day on which `moment` falls in Beijing. */
export function dayInShanghai(moment: Date): Day {
  return parts.format(moment);
}

/** From a `date` column: Prisma gives it as midnight UTC. */
export function dayOf(column: Date): Day {
  return column.toISOString().slice(0, 10);
}

/** For a `date` column. */
export function toColumn(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function addDays(day: Day, count: number): Day {
  return dayOf(new Date(toColumn(day).getTime() + count * 86_400_000));
}

/** How many days lie between two days; less than none when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toColumn(to).getTime() - toColumn(from).getTime()) / 86_400_000);
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** True for a day that exists: 2026-02-30 does not. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(toColumn(text).getTime()) && dayOf(toColumn(text)) === text;
}

/** 2026年11月23日 */
export function formatDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** 周一 */
export function weekdayOf(day: Day): string {
  return `周${'日一二三四五六'[toColumn(day).getUTCDay()] ?? ''}`;
}

/** 2026年11月23日 14:32, Beijing time. */
export function formatMoment(moment: Date): string {
  return `${formatDay(dayInShanghai(moment))} ${formatClock(moment)}`;
}

/** 14:32, Beijing time. */
export function formatClock(moment: Date): string {
  return clock.format(moment);
}

/** Keeps what was built for a day until another is asked for: building a form's schema costs more than using it. */
export function perDay<T>(build: (day: Day) => T): (day: Day) => T {
  let kept: { day: Day; built: T } | undefined;
  return (day) => {
    if (kept?.day !== day) kept = { day, built: build(day) };
    return kept.built;
  };
}
