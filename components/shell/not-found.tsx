'use client';

import { buttonClass } from '@/components/ui/button';
import { DocumentTitle } from '@/components/ui/document-title';
import { PageTitle } from '@/components/ui/page-title';
import { NOT_FOUND } from '@/lib/copy/not-found';

/**
 * Stands inside the frame of its area. Next renders it beside every page, needed or not: so it asks nobody
 * who is there, leads on without the router's links, and is sent as its name alone.
 */
export function NotFound() {
  return (
    <>
      <DocumentTitle title={NOT_FOUND} />
      <PageTitle>{NOT_FOUND}</PageTitle>
      <p className="mb-6">网址可能输错了，内容可能已被删除，或者它不属于您的单位。</p>
      <div className="flex flex-wrap gap-3">
        <a href="/home" className={buttonClass()}>
          回到我的主页
        </a>
        <a href="/" className={buttonClass('secondary')}>
          回到首页
        </a>
      </div>
    </>
  );
}
