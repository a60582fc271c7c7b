import type { Metadata } from 'next';
import { DirectorySearch } from '@/components/directory/directory-search';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/list-controls';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { addressOf } from '@/lib/access/actor';
import { levelLabels } from '@/lib/copy/dues';
import { errorText } from '@/lib/copy/errors';
import { listRegions } from '@/lib/dictionaries/queries';
import { limitDirectory } from '@/lib/directory/limit-directory';
import { DIRECTORY_PAGE, DIRECTORY_PAGES, type DirectoryFilter, type DirectoryRow, listDirectory } from '@/lib/directory/queries';
import { DomainError } from '@/lib/errors';
import { Level } from '@/lib/generated/prisma/enums';
import { listQuery, pageOf } from '@/lib/list-query';
import { getActor } from '@/lib/session';

export const metadata: Metadata = { title: '会员名录' };

const PATH = '/member/list';

const columns: readonly Column<DirectoryRow>[] = [
  { key: 'name', heading: '单位名称', cell: ({ name }) => <b className="font-semibold">{name}</b> },
  { key: 'level', heading: '会员级别', cell: ({ level }) => levelLabels[level] },
  { key: 'place', heading: '所在省市', cell: ({ place }) => place },
  { key: 'joinedIn', heading: '入会年份', numeric: true, cell: ({ joinedIn }) => joinedIn },
  {
    key: 'liaisons',
    heading: '联络员',
    cell: ({ liaisons }) => (
      <span className="num">
        {liaisons.map((liaison) => (
          <span key={liaison} className="block">
            {liaison}
          </span>
        ))}
      </span>
    ),
  },
];

export default async function DirectoryPage({ searchParams }: PageProps<'/member/list'>) {
  const query = listQuery(await searchParams, ['province', 'level']);
  const regions = await listRegions();
  const filter: DirectoryFilter = {
    search: query.search?.trim() ?? '',
    province: regions.find(({ code }) => code === query.province)?.code ?? '',
    level: Object.values(Level).find((level) => level === query.level) ?? null,
    page: pageOf(query.page),
  };
  return (
    <>
      <PageTitle hint="查询会员单位和登记的联络员。联络员的姓名和手机号只显示一部分，供本单位辨认。">会员名录</PageTitle>
      <div className="flex flex-col gap-5">
        <Panel>
          <DirectorySearch path={PATH} query={query} provinces={regions.map(({ code, label }) => ({ code, label }))} />
        </Panel>
        <Found filter={filter} query={query} />
        <p>
          名录里的联络员可以用手机号<Link href="/first-login">首次登录</Link>。联络员已更换，或名录有误的，请
          <Link href="/contact">联系协会</Link>。
        </p>
      </div>
    </>
  );
}

async function Found({ filter, query }: { filter: DirectoryFilter; query: Record<string, string> }) {
  const refused = await limitDirectory(filter, addressOf(await getActor())).catch(limitedOnly);
  if (refused) return <Note tone="warn" title="查询的次数较多">{`${errorText(refused)}需要核对名录的，请联系协会。`}</Note>;
  if (filter.page > DIRECTORY_PAGES) return <TooFar />;
  const { rows, total, more } = await listDirectory(filter);
  return (
    <Panel flush>
      <Table
        columns={columns}
        rows={rows}
        rowKey={({ name, liaisons }) => `${name}${liaisons.join()}`}
        caption="会员名录"
        empty={filter.search ? `没有找到“${filter.search}”。可以换一个说法，例如只填名称中的两三个字，或选“全部”省份。` : '这里没有会员。'}
        total={total}
        cards
      />
      {more && (
        <p className="border-t border-line-2 px-4 pt-3 text-ink-2 md:px-6">
          共 {total} 家以上，只能翻到第 {DIRECTORY_PAGES} 页。请填写单位名称，或选择省份、级别。
        </p>
      )}
      <Pagination
        path={PATH}
        query={query}
        page={filter.page}
        size={DIRECTORY_PAGE}
        total={Math.min(total, DIRECTORY_PAGE * DIRECTORY_PAGES)}
      />
    </Panel>
  );
}

function TooFar() {
  return (
    <Note title={`名录只能翻到第 ${DIRECTORY_PAGES} 页`}>
      请填写单位名称，或选择省份、级别。<Link href={PATH}>回到第一页</Link>
    </Note>
  );
}

function limitedOnly(error: unknown): DomainError {
  if (error instanceof DomainError && error.code === 'limited') return error;
  throw error;
}
