'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';

/** The session ended while the form was open: the way to sign in and back. */
export function SignedOutNote() {
  const path = usePathname();
  const query = useSearchParams().toString();
  const next = query ? `${path}?${query}` : path;
  return (
    <div role="alert">
      <Note tone="warn" title="登录已超时，您填写的内容还在">
        <p className="mb-3">重新登录后会回到这一页，填写的内容会恢复，接着提交即可。</p>
        <ButtonLink href={`/login?reason=expired&next=${encodeURIComponent(next)}`}>重新登录</ButtonLink>
      </Note>
    </div>
  );
}
