import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { DocumentTitle } from '@/components/ui/document-title';
import { PageTitle } from '@/components/ui/page-title';
import { isStaff } from '@/lib/access/actor';
import { getActor } from '@/lib/session';
import PublicLayout from './(public)/layout';

const TITLE = '没有找到这个页面';

export const metadata: Metadata = { title: TITLE };

export default async function NotFoundPage() {
  const actor = await getActor();
  const home = isStaff(actor) ? '/admin' : '/home';
  return (
    <PublicLayout>
      <DocumentTitle title={TITLE} />
      <PageTitle>{TITLE}</PageTitle>
      <p className="mb-6">网址可能输错了，内容可能已被删除，或者它不属于您的单位。</p>
      {actor.kind === 'account' ? <ButtonLink href={home}>回到我的主页</ButtonLink> : <ButtonLink href="/">回到首页</ButtonLink>}
    </PublicLayout>
  );
}
