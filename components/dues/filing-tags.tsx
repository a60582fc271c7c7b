import { Tag } from '@/components/ui/tag';
import { duesStatusLabels, filingStateLabels } from '@/lib/copy/dues';
import type { FilingView } from '@/lib/dues/filing-view';
import { formatFen } from '@/lib/money';

/** Where a filing stands, what of its dues is still missing, and whether its money is to go back. */
export function FilingTags({
  state,
  forRefund,
  amountFen,
  chargedFen,
}: Pick<FilingView, 'state' | 'forRefund' | 'amountFen' | 'chargedFen'>) {
  const short = state === 'confirmed' && !forRefund ? chargedFen - amountFen : 0;
  const { tone, text } = filingStateLabels[state];
  return (
    <span className="inline-flex flex-wrap gap-2">
      <Tag tone={tone}>{text}</Tag>
      {short > 0 && <Tag tone="bad">少交 {formatFen(short)}</Tag>}
      {forRefund && <Tag tone={duesStatusLabels.toRefund.tone}>{duesStatusLabels.toRefund.text}</Tag>}
    </span>
  );
}
