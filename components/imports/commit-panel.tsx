import { ActionForm } from '@/components/form/action-form';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import type { FormAction } from '@/lib/actions/action-state';
import type { Findings } from '@/lib/imports/findings';
import type { ImportView } from '@/lib/imports/queries';

type CommitProps = {
  view: Pick<ImportView, 'id' | 'lines' | 'hasTotals' | 'words'>;
  counts: Findings['counts'];
  /** Rows that belong to no company of the workbook. */
  strays: number;
  coming: number;
  action: FormAction;
};

/** What the button does, and the button; before it what is still to be decided. */
export function CommitPanel({ view: { id, lines, hasTotals, words }, counts, strays, coming, action }: CommitProps) {
  const differs = hasTotals && lines.some(({ difference }) => difference !== 0);
  if (!coming) return <Note title="没有可以导入的企业">请下载退回的企业，改好后重新上传。</Note>;
  const open = words.filter(({ choice }) => !choice).length;
  return (
    <Panel title={`导入 ${coming} 家`}>
      <ul className="mb-5 list-disc pl-6">
        <li>
          {coming} 家成为会员，带着级别、曾用名、理事、各年会费和票据；已退会和已除名的以外，都发给电子会员证。
          {counts.incomplete > 0 && `其中 ${counts.incomplete} 家标为“待完善”。`}
        </li>
        <li>联络员有了账号，还没有密码。不会给任何人发短信，什么时候邀请由您决定。</li>
        <li>要么全部导入，要么一家也没有：中途断电也不会只导入一半。</li>
        <li>导入后还没有人登录或改动之前，可以整批撤销。</li>
        {counts.refused > 0 && <li>退回的 {counts.refused} 家不动，改好后再上传。</li>}
      </ul>
      {strays > 0 && (
        <div className="mb-4">
          <Note tone="warn" title={`有 ${strays} 行找不到所属企业，不会导入`}>
            这些行的信用代码在“企业”表里没有。所属企业导入之后，就补不进来了：要保留的，请先放弃这次导入，在工作簿里改好信用代码，再上传。
          </Note>
        </div>
      )}
      {!hasTotals && <p className="mb-4 font-semibold">请先在上面填写旧系统的合计，保存并核对。</p>}
      {open > 0 && <p className="mb-4 font-semibold">还有 {open} 个系统里没有的选项没有选择。</p>}
      {/* What it was refused for is mended in the forms above: then it begins anew. */}
      <ActionForm
        key={`${open} ${hasTotals} ${differs}`}
        action={action}
        hidden={{ importId: id }}
        labels={{ reason: '有差额仍然导入的原因' }}
        className="flex max-w-xl flex-col gap-4"
      >
        {differs && <ReasonField name="reason" label="有差额仍然导入的原因" />}
        <div>
          <SubmitButton waiting="正在开始…">导入 {coming} 家</SubmitButton>
        </div>
      </ActionForm>
    </Panel>
  );
}
