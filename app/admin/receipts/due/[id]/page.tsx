import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { KeyPresses } from '@/components/applications/key-presses';
import { DuesNav } from '@/components/dues/dues-nav';
import { ReceiptTag } from '@/components/dues/receipt-tag';
import { ButtonLink } from '@/components/ui/button-link';
import { CopyValue } from '@/components/ui/copy-value';
import { Facts } from '@/components/ui/facts';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { DocumentUpload } from '@/components/uploads/document-upload';
import { today } from '@/lib/clock';
import { formatMoment } from '@/lib/days';
import { formatAmount } from '@/lib/money';
import { type DueDetail, getDue } from '@/lib/receipts/get-due';
import { getReceipt } from '@/lib/receipts/queries';
import { requireAccount } from '@/lib/session';
import { readRefusals } from '@/lib/uploads/plain-refusals';
import { orNotFound } from '../../../../or-not-found';
import { removeReceiptFileAction } from '../../actions';
import { RecordForm } from './record-form';

export const metadata: Metadata = { title: '登记票据' };

const COPIES = ['抬头', '税号', '金额', '项目', '邮箱'] as const;
const keys = [...COPIES.map((what, index) => ({ key: String(index + 1), what: `复制${what}` })), { key: 'n', what: '下一笔' }];

export default async function DuePage({ params, searchParams }: PageProps<'/admin/receipts/due/[id]'>) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const actor = await requireAccount();
  const due = await orNotFound(getDue(actor, id.data));
  const { done, refused } = await searchParams;
  const recorded = z.uuid().safeParse(done);
  return (
    <>
      <DuesNav current="/admin/receipts" />
      <PageTitle
        hint={<ReceiptTag dueOn={due.dueOn} urgency={due.urgency} />}
        actions={
          <>
            <KeyPresses keys={keys} />
            {due.nextId && (
              <ButtonLink look="secondary" href={`/admin/receipts/due/${due.nextId}`} data-key="n">
                下一笔
              </ButtonLink>
            )}
          </>
        }
      >
        {due.titleName}
      </PageTitle>
      <div className="flex flex-col gap-5">
        {recorded.success && <Done receiptId={recorded.data} />}
        <div className="grid items-start gap-5 lg:grid-cols-[1fr_1.2fr]">
          <Panel title="在开票平台填写" hint="点一下即可复制，或按 1–5">
            <Facts rows={copies(due)} />
            <p className="mt-4 text-sm text-ink-3">
              {due.replacesNumber ? `换开：${due.replacesNumber} 已冲红，` : `${due.person} `}
              {formatMoment(due.startAt)} 起 7 个工作日内。
            </p>
          </Panel>
          {due.mayRecord && (
            <Panel title="登记开好的票据" id="receipt">
              <div className="flex flex-col gap-6">
                <DocumentUpload
                  owner={ownerOf(due)}
                  kind="receipt"
                  label="票据 PDF"
                  files={due.files}
                  remove={removeReceiptFileAction}
                  move={removeReceiptFileAction}
                  refused={readRefusals(refused, 'receipt')}
                />
                <RecordForm
                  key={due.id}
                  parts={due.parts}
                  fileId={due.files[0]?.id ?? ''}
                  today={await today()}
                  values={{
                    issuedOn: await today(),
                    amount: formatAmount(due.amountFen).replaceAll(',', ''),
                    ...{ titleName: due.titleName, titleUscc: due.titleUscc, chargeIds: due.chargeIds },
                  }}
                />
              </div>
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}

function copies({ titleName, titleUscc, amountFen, item, email, companyName, reference }: DueDetail) {
  const amount = formatAmount(amountFen);
  const texts = [titleName, titleUscc, amount.replaceAll(',', ''), item, email];
  return [
    ...COPIES.map((label, index) => ({
      label,
      value: (
        <CopyValue text={texts[index] ?? ''} label={label} shortcut={String(index + 1)} shown={label === '金额' ? amount : undefined} />
      ),
    })),
    ...(companyName === titleName ? [] : [{ label: '单位名称', value: companyName }]),
    { label: '业务编号', value: reference },
  ];
}

function ownerOf({ id, filingId, companyId, applicationId }: DueDetail) {
  return {
    chargeId: id,
    ...(companyId ? { companyId } : { applicationId: applicationId ?? '' }),
    ...(filingId && { filingId }),
  };
}

async function Done({ receiptId }: { receiptId: string }) {
  const { titleName, number, email } = await orNotFound(getReceipt(await requireAccount(), receiptId));
  return (
    <div role="status">
      <Note tone="ok" title={`已登记 ${titleName}，票据号码 ${number}`}>
        已通知联络员{email && `和 ${email}`}。<Link href={`/admin/receipts/${receiptId}`}>查看这张票据</Link>，或接着登记下面这一笔。
      </Note>
    </div>
  );
}
