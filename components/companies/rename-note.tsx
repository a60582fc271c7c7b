import type { ReactNode } from 'react';
import { Note } from '@/components/ui/note';
import type { ChangeView } from '@/lib/companies/change-views';
import { formatMoment } from '@/lib/days';
import { ChangeLines } from './change-list';

/** Where an open change of name stands; `children` is what can be done about it. */
export function RenameNote({ request, children }: { request: ChangeView; children?: ReactNode }) {
  const reason = request.events.findLast(({ event }) => event === 'return')?.reason;
  const returned = request.state === 'returned';
  return (
    <Note tone={returned ? 'warn' : 'info'} title={returned ? '单位名称变更申请被退回' : '变更审核中'}>
      {returned && <p className="whitespace-pre-line">退回原因：{reason}</p>}
      <ChangeLines kind="request" lines={request.lines} />
      <p className="text-ink-2">
        {request.actorName} 于 {formatMoment(request.madeAt)} 提交。协会确认之前，各处仍显示原来的名称和信用代码。
      </p>
      {children && <div className="mt-3 flex flex-wrap items-center gap-3">{children}</div>}
    </Note>
  );
}
