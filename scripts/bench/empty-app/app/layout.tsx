import type { ReactNode } from 'react';

export const metadata = { title: 'E' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="zh-CN">
      <body>{children}</body>
    </html>
  );
}
