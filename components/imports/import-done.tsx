import { ButtonLink } from '@/components/ui/button-link';
import { Facts } from '@/components/ui/facts';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import { formatMoment } from '@/lib/days';
import { comingOf, type ImportView } from '@/lib/imports/queries';
import { formatFen } from '@/lib/money';
import { DownloadLink } from '../ui/button';

/** What an import brought, and what is left to do. */
export function ImportDone({ view }: { view: ImportView }) {
  const { id, findings, state, committedAt, reason } = view;
  if (!findings) return null;
  if (state === 'undone') return <Note title="已撤销">这次导入的内容已全部删除。改好工作簿后可以重新上传。</Note>;
  const { incomplete, refused } = findings.counts;
  const paid = Object.values(findings.coming.dues).reduce((sum, fen) => sum + fen, 0);
  const receipts = Object.values(findings.coming.receipts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <Note tone="ok" title={`已导入 ${comingOf(findings)} 家${committedAt ? `（${formatMoment(committedAt)}）` : ''}`}>
        <p className="mt-1 mb-3">
          没有给任何人发短信。工作簿里没有的年度还没有应交会费：核对无误、不会再整批撤销之后，请财务在“产生会费”里产生本年度的，否则这些会员显示为没有欠费。
        </p>
        <div className="flex flex-wrap gap-3">
          {incomplete > 0 && (
            <ButtonLink href="/admin/members?incomplete=any" look="secondary">
              待完善的会员
            </ButtonLink>
          )}
          {refused > 0 && (
            <DownloadLink href={`/api/imports/${id}/returned`} download>
              下载退回的 {refused} 家（Excel）
            </DownloadLink>
          )}
          {(findings.errors > 0 || findings.warnings > 0) && (
            <DownloadLink href={`/api/imports/${id}/problems`} download>
              下载问题清单（Excel）
            </DownloadLink>
          )}
          {refused > 0 && (
            <ButtonLink href="/admin/import" look="secondary">
              上传改好的工作簿
            </ButtonLink>
          )}
        </div>
      </Note>
      <Panel title="结果">
        <Facts
          rows={[
            { label: '成为会员', value: `${comingOf(findings)} 家，其中待完善 ${incomplete} 家` },
            { label: '退回修改', value: `${refused} 家` },
            ...(findings.strays > 0 ? [{ label: '找不到所属企业', value: `${findings.strays} 行，没有导入` }] : []),
            { label: '已是会员，未改动', value: `${findings.counts.known} 家` },
            { label: '实交会费', value: formatFen(paid) },
            { label: '票据', value: `${receipts} 张` },
            { label: '扫描件', value: `${findings.scans.taken} 个` },
            ...(reason ? [{ label: '有差额的原因', value: reason }] : []),
          ]}
        />
      </Panel>
    </>
  );
}
