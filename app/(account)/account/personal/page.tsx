import type { Metadata } from 'next';
import { CorrectForm } from '@/components/personal/correct-form';
import { ErasurePanel } from '@/components/personal/erasure-panel';
import { DownloadLink } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { addressText } from '@/lib/client-address';
import { liaisonOrderLabels } from '@/lib/copy/applications';
import { documentKindLabels } from '@/lib/copy/personal';
import { formatDay, formatMoment } from '@/lib/days';
import { getPersonalPage, type PersonalPage as Personal } from '@/lib/personal/personal-page';
import { requireAccount } from '@/lib/session';
import { askErasureAction, correctPersonalAction, withdrawErasureAction } from './actions';

export const metadata: Metadata = { title: '个人信息' };

const consentColumns: readonly Column<Personal['consents'][number]>[] = [
  { key: 'kind', heading: '文件', cell: ({ kind }) => documentKindLabels[kind] },
  {
    key: 'version',
    heading: '版本',
    cell: ({ kind, number }) => (
      <Link href={`/${kind}?version=${number}`} className="num inline-flex min-h-11 items-center">
        第 {number} 版
      </Link>
    ),
  },
  { key: 'at', heading: '同意时间', cell: ({ at }) => <span className="num">{formatMoment(at)}</span> },
  { key: 'address', heading: '网络地址', cell: ({ address }) => <span className="num">{addressText(address)}</span> },
];

export default async function PersonalPage({ searchParams }: PageProps<'/account/personal'>) {
  const { saved } = await searchParams;
  const person = await getPersonalPage(await requireAccount());
  return (
    <>
      <PageTitle hint="协会保存的、关于您本人的信息">个人信息</PageTitle>
      <div className="flex flex-col gap-5">
        {saved === 'personal' && <Note tone="ok" title="已更正，立即生效。" />}
        <Panel title="我们保存了什么" hint={<Link href="/privacy">隐私政策</Link>}>
          <Facts rows={factsOf(person)} />
          <div className="mt-4 flex flex-wrap items-center gap-4">
            <DownloadLink href="/api/personal">下载我的数据（Excel）</DownloadLink>
            <span className="text-sm text-ink-3">账号、同意和登录记录、联络员身份、入会申请、收到的短信</span>
          </div>
        </Panel>
        {person.mayCorrect ? (
          <Panel title="更正" hint="手机号用“更换联络员”更改">
            <CorrectForm name={person.name} roles={person.roles} action={correctPersonalAction} />
          </Panel>
        ) : (
          <Note title="需要更正的">工作人员的姓名和手机号由系统管理员在“人员”中维护。</Note>
        )}
        <Panel title="同意记录" flush>
          <Table
            cards
            columns={consentColumns}
            rows={person.consents}
            rowKey={({ id }) => id}
            caption="同意记录"
            empty="还没有同意过任何文件。"
          />
        </Panel>
        {person.mayCorrect && (
          <ErasurePanel erasure={person.erasure} obstacles={person.obstacles} ask={askErasureAction} withdraw={withdrawErasureAction} />
        )}
      </div>
    </>
  );
}

function factsOf({ name, phone, since, roles, counts }: Personal) {
  return [
    { label: '姓名', value: name },
    { label: '手机号', value: phone },
    { label: '注册时间', value: formatDay(since) },
    {
      label: '联络员身份',
      value: roles.length
        ? roles.map(({ companyId, companyName, order }) => (
            <span key={companyId} className="block">
              {companyName} · {liaisonOrderLabels[order]}
            </span>
          ))
        : '没有',
    },
    { label: '入会申请', value: `${counts.applications} 份` },
    {
      label: '登录记录',
      value: (
        <>
          {counts.sessions} 次，现在登录着的见<Link href="/account/sessions">登录设备</Link>
        </>
      ),
    },
    { label: '收到的短信', value: `${counts.messages} 条` },
  ];
}
