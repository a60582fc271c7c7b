import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { DownloadLink } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import type { FormAction } from '@/lib/actions/action-state';
import { dictionaryLabels, importOutcomeTexts } from '@/lib/copy/imports';
import type { Findings } from '@/lib/imports/findings';
import { comingOf, type ImportView } from '@/lib/imports/queries';
import type { Line } from '@/lib/imports/reconcile';
import { formatAmount } from '@/lib/money';
import { CommitPanel } from './commit-panel';
import { KnownList } from './known-list';
import { ProblemTable } from './problem-table';
import { TotalsForm, type TotalsRow } from './totals-form';
import { WordsForm } from './words-form';

type Actions = { chooseWords: FormAction; saveTotals: FormAction; commit: FormAction; restart: FormAction };
type ReviewProps = { view: ImportView; actions: Actions };

const OUTCOMES = ['good', 'incomplete', 'refused', 'known'] as const;

/** What a workbook holds before anything of it comes in: numbers first, then what is to be decided, the button last. */
export function ImportReview({ view, actions }: ReviewProps) {
  const { findings } = view;
  if (!findings) return null;
  return (
    <>
      {view.failure && (
        <div role="alert">
          <Note tone="bad" title="没有导入">
            <p className="mt-1 mb-3">{view.failure}</p>
            {view.mayRun && <Recheck id={view.id} action={actions.restart} />}
          </Note>
        </div>
      )}
      <Counts {...findings} />
      <Panel title="需要看的格子" hint={`错误 ${findings.errors} 处，提醒 ${findings.warnings} 处`} flush>
        <Downloads id={view.id} {...findings} />
        <ProblemTable problems={view.problems} count={findings.errors + findings.warnings} />
      </Panel>
      {view.known.length > 0 && <KnownList known={view.known} count={findings.counts.known} />}
      {view.words.length > 0 && (
        <Panel title="系统里没有的选项" hint={`${view.words.length} 个，都选好才能导入`}>
          <WordsForm
            action={actions.chooseWords}
            importId={view.id}
            words={view.words.map(({ kind, ...word }) => ({ ...word, dictionary: dictionaryLabels[kind] }))}
          />
        </Panel>
      )}
      {view.scansName && <Scans {...findings} />}
      <Panel title="核对" hint="请从旧系统查出合计，填在“旧系统合计”一列">
        <TotalsForm
          key={JSON.stringify(view.lines)}
          action={actions.saveTotals}
          importId={view.id}
          rows={view.lines.map((line) => worded(line, view.hasTotals))}
        />
      </Panel>
      {view.mayRun && (
        <CommitPanel view={view} counts={findings.counts} strays={findings.strays} coming={comingOf(findings)} action={actions.commit} />
      )}
    </>
  );
}

function Downloads({ id, errors, warnings, strays, counts }: Findings & { id: string }) {
  if (!errors && !warnings && !counts.known) return null;
  return (
    <div className="flex flex-wrap items-center gap-4 border-b border-line-2 px-4 py-3.5 md:px-6">
      {errors > 0 && (
        <DownloadLink href={`/api/imports/${id}/returned`} download>
          下载要改的企业（Excel）
        </DownloadLink>
      )}
      <DownloadLink href={`/api/imports/${id}/problems`} download>
        下载问题清单（Excel）
      </DownloadLink>
      {errors > 0 && (
        <p className="text-[15px] text-ink-2">
          要改的企业，每行后面写着要改什么；说明里的行号是“原行号”。改好后，等这次导入完成，再把它上传一次即可。
          {strays > 0 && '找不到所属企业的行不能这样补，见下面“导入”一栏。'}
        </p>
      )}
    </div>
  );
}

function Counts({ counts }: Findings) {
  return (
    <ul className="grid gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-2 xl:grid-cols-4">
      {OUTCOMES.map((outcome) => (
        <li key={outcome} className="bg-white px-4 py-4 md:px-6">
          <p className="text-[15px] text-ink-2">{importOutcomeTexts[outcome].title}</p>
          <p className="num text-2xl font-strong">
            {counts[outcome]} <span className="text-base font-normal">家</span>
          </p>
          <p className="text-sm text-ink-3">{importOutcomeTexts[outcome].text}</p>
        </li>
      ))}
    </ul>
  );
}

function Scans({ scans }: Findings) {
  return (
    <Panel title="扫描件" hint={`可以导入 ${scans.taken} 个`}>
      {scans.refused.length === 0 ? (
        <p>全部认出来了。导入后在各家会员的材料里。</p>
      ) : (
        <>
          <p className="mb-2">下面 {scans.refused.length} 个没有收，其余的会随企业导入：</p>
          <ul className="max-h-80 list-disc overflow-y-auto pl-6">
            {scans.refused.map(({ name, text }) => (
              <li key={name} className="break-all">
                {name}：{text}
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function Recheck({ id, action }: { id: string; action: FormAction }) {
  return (
    <ActionForm action={action} hidden={{ importId: id }}>
      <SubmitButton look="secondary">重新检查</SubmitButton>
    </ActionForm>
  );
}

function worded({ key, label, isMoney, present, coming, refused, typed, difference }: Line, compared: boolean): TotalsRow {
  const text = (value: number) => (isMoney ? formatAmount(value) : String(value));
  const sign = difference > 0 ? '缺 ' : '多 ';
  const verdict = difference === 0 ? '相符' : typed === null ? '未填' : sign + text(Math.abs(difference));
  return {
    key,
    label,
    present: text(present),
    coming: text(coming),
    refused: text(refused),
    typed: typed === null ? '' : text(typed),
    difference: compared ? verdict : '',
  };
}
