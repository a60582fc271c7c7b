import { Panel } from '@/components/ui/panel';
import type { ProblemView } from '@/lib/imports/list-problems';

/** Who of the workbook is a member already, and what of theirs does not come in. */
export function KnownList({ known, count }: { known: readonly ProblemView[]; count: number }) {
  return (
    <Panel title="已是会员的企业" hint={`${count} 家，这次不导入`}>
      <p className="mb-2">系统里已有这些信用代码，工作簿里它们的各行都不导入。确实缺少的内容，请在会员页补上。</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <ul tabIndex={0} aria-label="已是会员的企业" className="max-h-80 list-disc overflow-y-auto pl-6">
        {known.map(({ uscc, company, text }) => (
          <li key={uscc}>
            {company}（{uscc}）：{text}
          </li>
        ))}
      </ul>
      {count > known.length && (
        <p className="mt-3 text-sm text-ink-3">
          这里只列出前 {known.length} 家，全部 {count} 家在“问题清单”里。
        </p>
      )}
    </Panel>
  );
}
