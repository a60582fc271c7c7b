import type { Metadata } from 'next';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Prose } from '@/components/ui/prose';
import { dayInShanghai, formatDay } from '@/lib/days';
import { getCurrentDocument } from '@/lib/documents/queries';

export const metadata: Metadata = { title: '隐私政策' };

export default async function PrivacyPage() {
  const privacy = await getCurrentDocument('privacy');
  return (
    <>
      <PageTitle hint={`第 ${privacy.number} 版 · ${formatDay(dayInShanghai(privacy.publishedAt))} 发布`}>{privacy.title}</PageTitle>
      <Panel>
        <Prose text={privacy.body} />
      </Panel>
    </>
  );
}
