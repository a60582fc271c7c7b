import type { ReactNode } from 'react';
import { ActionForm } from '@/components/form/action-form';
import { LineField } from '@/components/form/line-field';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { DownloadLink } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import type { FormAction } from '@/lib/actions/action-state';
import { receiptStateLabels } from '@/lib/copy/receipts';
import type { ReceiptView } from '@/lib/receipts/views';
import { ReceiptFacts } from './receipt-facts';
import { RequestHistory } from './request-history';

type Actions = { notReceived: FormAction; reissue: FormAction };
type MemberReceiptsProps = { receipts: readonly ReceiptView[]; mayAsk: boolean; actions: Actions };

/** 电子票据 of a year for its member: the valid one to download and to verify, what can be asked of it, and what it replaced. */
export function MemberReceipts({ receipts, mayAsk, actions }: MemberReceiptsProps) {
  return receipts.map((receipt) => {
    const { text, tone } = receiptStateLabels[receipt.state];
    const valid = receipt.state === 'issued';
    return (
      <Panel key={receipt.id} title="电子票据" hint={<Tag tone={tone}>{text}</Tag>} id={valid ? 'receipt' : undefined}>
        {valid && receipt.fileId && (
          <p className="mb-4">
            <DownloadLink href={`/api/files/${receipt.fileId}`}>下载电子票据（PDF）</DownloadLink>
          </p>
        )}
        <ReceiptFacts receipt={receipt} />
        {receipt.requests.length > 0 && (
          <div className="mt-5">
            <RequestHistory requests={receipt.requests} />
          </div>
        )}
        {valid && mayAsk && <Asks receipt={receipt} actions={actions} />}
      </Panel>
    );
  });
}

function Asks({ receipt, actions }: { receipt: ReceiptView; actions: Actions }) {
  const isOpen = (kind: 'notReceived' | 'reissue') => receipt.requests.some((request) => request.kind === kind && request.state === 'open');
  const hidden = { receiptId: receipt.id };
  return (
    <div className="mt-5 flex flex-col gap-2">
      {!isOpen('notReceived') && (
        <Ask label="未收到票据邮件">
          <ActionForm action={actions.notReceived} hidden={hidden} labels={labels} className="flex flex-col gap-4">
            <p>请先在邮箱搜索“czpj”，并查看垃圾箱；也可以直接在上面下载。仍要推送到邮箱的，请告诉协会。</p>
            <LineField name="email" label={labels.email} type="email" value={receipt.email} hint="推荐个人 QQ 邮箱" required />
            <LineField name="reason" label={labels.note} hint="选填" />
            <div>
              <SubmitButton>告诉协会未收到</SubmitButton>
            </div>
          </ActionForm>
        </Ask>
      )}
      {!isOpen('reissue') && (
        <Ask label="抬头有误，申请换开">
          <ActionForm action={actions.reissue} hidden={hidden} labels={labels} className="flex flex-col gap-4">
            <p>协会核对后先冲红原票据，再按新的抬头开具。原票据已入账的，请先与本单位财务核对。</p>
            <LineField name="titleName" label={labels.titleName} value={receipt.titleName} required />
            <LineField name="titleUscc" label={labels.titleUscc} value={receipt.titleUscc} required />
            <LineField name="email" label={labels.email} type="email" value={receipt.email} required />
            <ReasonField name="reason" label={labels.reason} />
            <div>
              <SubmitButton>申请换开</SubmitButton>
            </div>
          </ActionForm>
        </Ask>
      )}
    </div>
  );
}

const labels = { email: '接收邮箱', note: '说明', titleName: '正确的抬头', titleUscc: '正确的税号', reason: '换开原因' };

/** Opens without JavaScript too. */
function Ask({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="rounded-md border border-line">
      <summary className="flex min-h-11 cursor-pointer items-center px-4 font-semibold text-brand">{label}</summary>
      <div className="border-t border-line-2 p-4">{children}</div>
    </details>
  );
}
