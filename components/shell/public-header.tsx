import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import { type HeaderPlace, SiteHeader } from './site-header';

const items = [
  { href: '/join', label: '入会程序' },
  { href: '/fees', label: '会费标准' },
  { href: '/member/list', label: '会员名录' },
  { href: '/verify', label: '会员证查验' },
  { href: '/help', label: '操作手册' },
  { href: '/contact', label: '联系我们' },
];

type PublicHeaderProps = {
  /** Replaces the ways in for somebody who is signed in. */
  who?: (place: HeaderPlace) => ReactNode;
};

/** The header of the public pages. */
export function PublicHeader({ who = waysIn }: PublicHeaderProps) {
  return <SiteHeader home="/" items={items} end={who} />;
}

function waysIn(place: HeaderPlace): ReactNode {
  return (
    <div className={place === 'bar' ? 'flex gap-2' : 'flex flex-col gap-2'}>
      <ButtonLink href="/login" look="quiet" size="small">
        登录
      </ButtonLink>
      <ButtonLink href="/register" size="small">
        新会员注册
      </ButtonLink>
    </div>
  );
}
