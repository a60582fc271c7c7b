import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';

/** Beside deadlines in working days that fall into a year whose holidays nobody has entered. */
export function CalendarWarning({ years, mayEdit }: { years: readonly number[]; mayEdit: boolean }) {
  if (!years.length) return null;
  return (
    <Note tone="warn" title={`系统里还没有 ${years.join('、')} 年的放假安排`}>
      <p>
        这一年的工作日期限按周一至周五计算，遇到放假、调休会不准。
        {mayEdit ? (
          <>
            国务院通知公布后，请在<Link href={`/admin/settings/calendar?year=${years[0]}`}>工作日历</Link>中录入。
          </>
        ) : (
          '国务院通知公布后，请系统管理员录入。'
        )}
      </p>
    </Note>
  );
}
