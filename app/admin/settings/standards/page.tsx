import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { UpLink } from '@/components/ui/up-link';
import { DocumentUpload } from '@/components/uploads/document-upload';
import { FileList } from '@/components/uploads/file-list';
import { isAllowed } from '@/lib/access/authorize';
import { today } from '@/lib/clock';
import { fileKindLabels } from '@/lib/copy/applications';
import { levelLabels } from '@/lib/copy/dues';
import { formatDay, yearOf } from '@/lib/days';
import { listAllStandards, type StandardHistory } from '@/lib/dues/standard';
import { formatAmount } from '@/lib/money';
import { requireAccount } from '@/lib/session';
import { readRefusals } from '@/lib/uploads/plain-refusals';
import { orNotFound } from '../../../or-not-found';
import { moveResolutionAction, removeResolutionAction } from './actions';
import { StandardForm } from './standard-form';

export const metadata: Metadata = { title: '会费标准' };

const PATH = '/admin/settings/standards';

const columns: readonly Column<StandardHistory>[] = [
  { key: 'level', heading: '会员级别', cell: ({ level }) => levelLabels[level] },
  { key: 'fromYear', heading: '执行年度起', cell: ({ fromYear }) => <span className="num">{fromYear}</span> },
  { key: 'amount', heading: '标准(元/年)', numeric: true, cell: ({ amountFen }) => formatAmount(amountFen) },
  { key: 'resolution', heading: '决议', cell: ({ resolution }) => resolution },
  {
    key: 'vote',
    heading: '表决',
    cell: ({ resolvedOn, vote }) =>
      resolvedOn && vote ? (
        <span className="num">
          {formatDay(resolvedOn)}，应到 {vote.eligible}，出席 {vote.present}，赞成 {vote.inFavour}
        </span>
      ) : (
        '—'
      ),
  },
  {
    key: 'files',
    heading: '决议文件',
    cell: ({ holderId, files }) => (
      <Link href={`${PATH}?standard=${holderId}#duesResolution`} className="inline-flex min-h-11 items-center">
        {files.length ? `查看 ${files.length} 个` : '还没有'}
      </Link>
    ),
  },
];

export default async function StandardsPage({ searchParams }: PageProps<'/admin/settings/standards'>) {
  const [actor, day, { standard, refused }] = [await requireAccount(), await today(), await searchParams];
  const standards = await orNotFound(listAllStandards(actor));
  const chosen = standards.find(({ id }) => id === standard);
  return (
    <>
      <UpLink href="/admin/settings">设置</UpLink>
      <PageTitle hint="每个级别一个固定金额，最多四档。已产生的年度保持当年的标准。">会费标准</PageTitle>
      <div className="flex max-w-5xl flex-col gap-5">
        <Panel flush>
          <Table
            columns={columns}
            rows={standards}
            rowKey={({ level, fromYear }) => `${level}:${fromYear}`}
            caption="会费标准"
            empty="还没有会费标准。"
          />
        </Panel>
        {chosen && (
          <Resolution
            standard={chosen}
            refused={readRefusals(refused, 'duesResolution')}
            mayChange={isAllowed(actor, 'file.change', { kind: 'duesResolution', companyId: null, application: null })}
          />
        )}
        <Panel title="添加新年度的标准">
          <StandardForm nextYear={yearOf(day) + 1} today={day} />
        </Panel>
      </div>
    </>
  );
}

function Resolution({ standard, refused, mayChange }: { standard: StandardHistory; refused: readonly string[]; mayChange: boolean }) {
  const { id, level, fromYear, resolution, files } = standard;
  return (
    <Panel
      id="duesResolution"
      title={`决议文件：${resolution}`}
      hint={`${levelLabels[level]}，${fromYear} 年起；同一次表决的各级别共用一份`}
    >
      {mayChange ? (
        <DocumentUpload
          owner={{ standardId: id }}
          kind="duesResolution"
          label={fileKindLabels.duesResolution}
          files={files}
          remove={removeResolutionAction}
          move={moveResolutionAction}
          refused={refused}
        />
      ) : (
        <FileList files={files} empty="还没有上传决议文件。" />
      )}
    </Panel>
  );
}
