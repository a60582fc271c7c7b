import type { Metadata } from 'next';
import { Facts } from '@/components/ui/facts';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { ASSOCIATION } from '@/lib/copy/association';
import { getSetting } from '@/lib/settings/get-setting';

export const metadata: Metadata = { title: '联系我们' };

export default async function ContactPage() {
  const { people, address, email } = await getSetting('contacts');
  return (
    <>
      <PageTitle hint="入会、会费、票据和登录问题，都可以打电话或加 QQ 咨询。">联系我们</PageTitle>
      <Panel>
        <ul className="mb-4 grid gap-4 sm:grid-cols-2">
          {people.map(({ name, phone, qq }) => (
            <li key={`${name}${phone}`} className="rounded-md border border-line p-4">
              <b className="font-semibold">{name}</b>
              <a href={`tel:${phone}`} className="num flex min-h-11 items-center">
                电话 {phone}
              </a>
              {qq && <p className="num">QQ {qq}</p>}
            </li>
          ))}
        </ul>
        <Facts
          rows={[
            ...(address ? [{ label: '地址', value: address }] : []),
            ...(email ? [{ label: '邮箱', value: <a href={`mailto:${email}`}>{email}</a> }] : []),
            { label: '协会官网', value: <a href={ASSOCIATION.site}>www.cacem.com.cn</a> },
          ]}
        />
      </Panel>
    </>
  );
}
