import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { DuesNav } from '@/components/dues/dues-nav';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { ImportProgress } from '@/components/imports/import-progress';
import { StagedTable } from '@/components/receipts/staged-table';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { UpLink } from '@/components/ui/up-link';
import { receiptImportLabels } from '@/lib/copy/receipts';
import { formatMoment } from '@/lib/days';
import { formatFen } from '@/lib/money';
import { getReceiptImport, type ReceiptImportDetail } from '@/lib/receipts/import-queries';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../../or-not-found';
import { commitReceiptsAction, discardReceiptsAction } from '../actions';

export const metadata: Metadata = { title: '批量登记票据' };

const PATH = '/admin/receipts/import';

export default async function ReceiptImportPage({ params }: PageProps<'/admin/receipts/import/[id]'>) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const found = await orNotFound(getReceiptImport(await requireAccount(), id.data));
  const { text, tone } = receiptImportLabels[found.state];
  return (
    <>
      <DuesNav current="/admin/receipts" />
      <UpLink href={PATH}>批量登记票据</UpLink>
      <PageTitle hint={`${found.uploader} ${formatMoment(found.createdAt)} 上传`}>
        <span className="inline-flex flex-wrap items-center gap-3 break-all">
          {found.workbookName} <Tag tone={tone}>{text}</Tag>
        </span>
      </PageTitle>
      <div className="flex flex-col gap-5">
        {found.state === 'reading' && (
          <Panel title="检查">
            <ImportProgress percent={found.percent} words="正在核对每一行和 PDF" />
          </Panel>
        )}
        {found.state === 'failed' && (
          <Note tone="bad" title="这份工作簿没有读成，也没有登记任何票据">
            <p className="mt-1 mb-3">{found.failure}</p>
            <ButtonLink href={PATH} look="secondary">
              改好后重新上传
            </ButtonLink>
          </Note>
        )}
        {found.state === 'committed' && (
          <Note tone="ok" title={`已登记 ${found.rows.length} 张，共 ${formatFen(found.sumFen)}`}>
            会员已由短信和邮件通知。<Link href="/admin/receipts?tab=issued">查看已开票</Link>
          </Note>
        )}
        {found.state === 'ready' && <Review found={found} />}
        {found.rows.length > 0 && (
          <Panel title={`${found.rows.length} 张票据`} hint={formatFen(found.sumFen)} flush>
            <StagedTable rows={found.rows} />
          </Panel>
        )}
        {found.strays.length > 0 && <Strays strays={found.strays} />}
        {found.mayRecord && found.state !== 'committed' && found.state !== 'discarded' && (
          <ActionForm action={discardReceiptsAction} hidden={{ importId: found.id }}>
            <SubmitButton look="danger">放弃这份工作簿</SubmitButton>
          </ActionForm>
        )}
      </div>
    </>
  );
}

function Review({ found }: { found: ReceiptImportDetail }) {
  if (found.wrong > 0) {
    return (
      <Note tone="warn" title={`${found.wrong} 行有错，一张也还没有登记`}>
        <p className="mt-1 mb-3">有错的行排在最前面。请在工作簿里改好，连同 PDF 重新上传。</p>
        <ButtonLink href={PATH} look="secondary">
          重新上传
        </ButtonLink>
      </Note>
    );
  }
  if (!found.mayRecord) return null;
  return (
    <Panel title="核对无误，可以登记">
      <ActionForm action={commitReceiptsAction} hidden={{ importId: found.id }} className="flex flex-wrap items-center gap-4">
        <SubmitButton waiting="正在登记…">
          登记全部 {found.rows.length} 张，共 {formatFen(found.sumFen)}
        </SubmitButton>
        <span className="text-sm text-ink-3">登记后通知会员，不能撤销；开错的只能冲红。</span>
      </ActionForm>
    </Panel>
  );
}

function Strays({ strays }: Pick<ReceiptImportDetail, 'strays'>) {
  return (
    <Note title={`压缩包里有 ${strays.length} 个文件没有用到`}>
      <ul className="mt-1 list-disc pl-6">
        {strays.slice(0, 20).map(({ name, text }) => (
          <li key={name}>
            {name}：{text}
          </li>
        ))}
      </ul>
    </Note>
  );
}
