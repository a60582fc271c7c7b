import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageTitle } from '@/components/ui/page-title';
import { UpLink } from '@/components/ui/up-link';
import { isAllowed } from '@/lib/access/authorize';
import { storedValues } from '@/lib/actions/form-values';
import { requireAccount } from '@/lib/session';
import { findSetting } from '@/lib/settings/get-setting';
import { ReceiptsForm } from './receipts-form';

export const metadata: Metadata = { title: '电子票据设置' };

export default async function ReceiptSettingsPage() {
  if (!isAllowed(await requireAccount(), 'settings.edit', null)) notFound();
  return (
    <>
      <UpLink href="/admin/settings">设置</UpLink>
      <PageTitle hint="“导出待开票”按这里的列生成，与开票平台的导入模板一致即可直接导入。">电子票据</PageTitle>
      <div className="max-w-4xl">
        <ReceiptsForm values={storedValues(await findSetting('receipts'))} />
      </div>
    </>
  );
}
