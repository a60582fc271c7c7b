import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { DocumentTitle } from '@/components/ui/document-title';
import { PageTitle } from '@/components/ui/page-title';

const TITLE = '没有找到这个页面';

export const metadata: Metadata = { title: TITLE };

export default function NotFoundPage() {
  return (
    <main className="mx-auto max-w-xl px-4 py-16">
      <DocumentTitle title={TITLE} />
      <PageTitle>{TITLE}</PageTitle>
      <p className="mb-6">网址可能输错了，内容可能已被删除，或者它不属于您的单位。</p>
      <ButtonLink href="/">回到首页</ButtonLink>
    </main>
  );
}
