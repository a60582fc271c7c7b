import { ActionForm } from '@/components/form/action-form';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TickField } from '@/components/form/tick-field';
import { CopyValue } from '@/components/ui/copy-value';
import { DialogButton } from '@/components/ui/dialog-button';
import { Link } from '@/components/ui/link';
import { Tag } from '@/components/ui/tag';
import type { FormAction } from '@/lib/actions/action-state';
import { requestKindLabels } from '@/lib/copy/receipts';
import { formatMoment } from '@/lib/days';
import { yearsText } from '@/lib/receipts/export-columns';
import type { RequestLine } from '@/lib/receipts/queries';

type RequestListProps = { requests: readonly RequestLine[]; answer: FormAction; decline: FormAction; mayAnswer: boolean };

/** What members ask of their receipts, with what can be done about each. */
export function RequestList({ requests, answer, decline, mayAnswer }: RequestListProps) {
  if (!requests.length) return <p className="px-4 py-6 text-ink-3 md:px-6">没有等待答复的事项。</p>;
  return (
    <ul className="divide-y divide-line-2">
      {requests.map((request) => (
        <li key={request.id} className="grid gap-x-6 gap-y-2 px-4 py-4 md:grid-cols-[1fr_auto] md:px-6">
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-3">
              <Tag tone="warn">{requestKindLabels[request.kind]}</Tag>
              <Link href={`/admin/receipts/${request.receiptId}`} className="inline-flex min-h-11 items-center font-semibold">
                {request.companyName} {yearsText(request.years)} 年度
              </Link>
              <span className="num text-sm text-ink-3">票据号码 {request.number}</span>
            </p>
            {request.titleName && (
              <p>
                换成 <CopyValue text={request.titleName} label="抬头" /> <CopyValue text={request.titleUscc ?? ''} label="税号" />
              </p>
            )}
            <p>
              接收邮箱 <CopyValue text={request.email} label="邮箱" />
            </p>
            {request.reason && <p className="text-ink-2">{request.reason}</p>}
            <p className="num text-sm text-ink-3">
              {request.requestedBy} {formatMoment(request.createdAt)}
            </p>
          </div>
          {mayAnswer && (
            <div className="flex flex-wrap items-start gap-2">
              {request.kind === 'notReceived' ? (
                <Answer request={request} action={answer} />
              ) : (
                <>
                  <Link href={`/admin/receipts/${request.receiptId}`} className="inline-flex min-h-11 items-center px-3">
                    去冲红
                  </Link>
                  <Decline request={request} action={decline} />
                </>
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

type OneProps = { request: RequestLine; action: FormAction };

function Answer({ request, action }: OneProps) {
  return (
    <DialogButton look="secondary" size="small" label="答复">
      <ActionForm action={action} hidden={{ requestId: request.id }} labels={{ answer: '答复' }} className="flex flex-col gap-4">
        <p>请先在开票平台把票据重新推送到 {request.email}，再答复。</p>
        <ReasonField name="answer" label="答复" value={`票据已重新推送到 ${request.email}，请在邮箱搜索 czpj，并查看垃圾箱。`} />
        <TickField name="again" checked>
          再发一次开票通知（短信和邮件）
        </TickField>
        <SubmitButton>答复会员</SubmitButton>
      </ActionForm>
    </DialogButton>
  );
}

function Decline({ request, action }: OneProps) {
  return (
    <DialogButton look="quiet" size="small" label="不能换开">
      <ActionForm action={action} hidden={{ requestId: request.id }} labels={{ answer: '不能换开的原因' }} className="flex flex-col gap-4">
        <p>联络员会收到短信，登录后可以看到原因。</p>
        <ReasonField name="answer" label="不能换开的原因" />
        <SubmitButton>确认不能换开</SubmitButton>
      </ActionForm>
    </DialogButton>
  );
}
