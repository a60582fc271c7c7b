import { Tag } from '@/components/ui/tag';
import { duesStatusLabels, filingStateLabels } from '@/lib/copy/dues';
import type { FilingView } from '@/lib/dues/filing-view';

/** Where a filing stands, and whether its money is to go back. */
export function FilingTags({ state, forRefund }: Pick<FilingView, 'state' | 'forRefund'>) {
  const { tone, text } = filingStateLabels[state];
  return (
    <span className="inline-flex flex-wrap gap-2">
      <Tag tone={tone}>{text}</Tag>
      {forRefund && <Tag tone={duesStatusLabels.toRefund.tone}>{duesStatusLabels.toRefund.text}</Tag>}
    </span>
  );
}
