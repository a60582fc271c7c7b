import { ButtonLink } from '@/components/ui/button-link';
import { DocumentTitle } from '@/components/ui/document-title';
import { PageTitle } from '@/components/ui/page-title';

export const TITLE = '没有找到这个页面';

/**
 * Stands inside the frame of its area. Next renders it beside every page, needed or not: so it is small, and asks nobody
 * who is there.
 */
export function NotFound() {
  return (
    <>
      <DocumentTitle title={TITLE} />
      <PageTitle>{TITLE}</PageTitle>
      <p className="mb-6">网址可能输错了，内容可能已被删除，或者它不属于您的单位。</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/home">回到我的主页</ButtonLink>
        <ButtonLink href="/" look="secondary">
          回到首页
        </ButtonLink>
      </div>
    </>
  );
}
