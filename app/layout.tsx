import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { ASSOCIATION } from '@/lib/copy/association';
import './globals.css';

export const metadata: Metadata = {
  title: { default: `${ASSOCIATION.name} ${ASSOCIATION.system}`, template: `%s - ${ASSOCIATION.name}` },
  description: `${ASSOCIATION.name}会员入会、会费交纳和会员服务`,
  formatDetection: { telephone: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#12406f' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A prerendered page could not carry this request's nonce, and the policy would block its scripts.
  await connection();
  return (
    <html lang="zh-CN">
      <body>{children}</body>
    </html>
  );
}
