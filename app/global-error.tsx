'use client';

/** The last resort, when not even the frame of a page could be made. */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="zh-CN">
      <body>
        <h1>系统出了点问题</h1>
        <p>请刷新页面重试。如果反复出现，请把编号 {error.digest ?? '—'} 告诉协会。</p>
      </body>
    </html>
  );
}
