import { Note } from '@/components/ui/note';
import { markTarget } from '@/lib/applications/marks';
import type { StepId } from '@/lib/applications/steps';

type Returned = { reason: string; marks: readonly { target: string; comment: string; changed: boolean }[] } | null;

/** What the reviewer asks to correct; on a step's page only what belongs there. */
export function ReturnedNote({ returned, step, query = '' }: { returned: Returned; step?: StepId; query?: string }) {
  if (!returned) return null;
  const marks = returned.marks.filter(({ target }) => !step || target.startsWith(`${step}.`));
  if (step && !marks.length) return null;
  return (
    <div className="mb-5">
      <Note tone="warn" title={step ? `审核意见：这一步有 ${marks.length} 处需要修改` : '申请被退回，请按下面的意见修改后重新提交'}>
        {!step && <p className="whitespace-pre-line">{returned.reason}</p>}
        <ul className="mt-1">
          {marks.map(({ target, comment, changed }) => {
            const { label, href } = markTarget(target);
            const [path = '', anchor = ''] = href.split('#');
            return (
              <li key={target}>
                <a href={step ? `#${anchor}` : `${path}${query}#${anchor}`} className="inline-flex min-h-11 items-center md:min-h-8">
                  {label}：{comment}
                </a>
                {changed && <span className="ml-2 font-semibold text-ok">✓ 已修改</span>}
              </li>
            );
          })}
        </ul>
      </Note>
    </div>
  );
}
