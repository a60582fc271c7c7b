'use client';

import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';

/** The page is older than the server: a new one knows how to send. */
export function OutdatedNote() {
  return (
    <div role="alert">
      <Note tone="warn" title="系统刚刚更新，请刷新页面；已填内容已保留">
        <p className="mb-3">刷新后填写的内容会恢复，再点一次按钮即可。密码和验证码需要重新填写。</p>
        <Button onClick={() => window.location.reload()}>刷新页面</Button>
      </Note>
    </div>
  );
}
