import type { Metadata } from 'next';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Prose } from '@/components/ui/prose';
import { dayInShanghai, formatDay } from '@/lib/days';
import { getCurrentDocument } from '@/lib/documents/queries';

export const metadata: Metadata = { title: '章程' };

export default async function CharterPage() {
  const charter = await getCurrentDocument('charter');
  return (
    <>
      <PageTitle hint={`第 ${charter.number} 版 · ${formatDay(dayInShanghai(charter.publishedAt))} 发布`}>{charter.title}</PageTitle>
      <Panel>
        <Prose text={charter.body} />
      </Panel>
    </>
  );
}
