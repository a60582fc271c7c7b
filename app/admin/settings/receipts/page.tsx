import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { PageTitle } from '@/components/ui/page-title';
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
      <p className="text-sm text-ink-3">
        <Link href="/admin/settings" className="inline-flex min-h-11 items-center">
          设置
        </Link>
      </p>
      <PageTitle hint="“导出待开票”按这里的列生成，与开票平台的导入模板一致即可直接导入。">电子票据</PageTitle>
      <div className="max-w-4xl">
        <ReceiptsForm values={storedValues(await findSetting('receipts'))} />
      </div>
    </>
  );
}
