import { Tag } from '@/components/ui/tag';
import { duesStatusLabels, filingStateLabels } from '@/lib/copy/dues';
import type { FilingView } from '@/lib/dues/filing-view';
import { formatFen } from '@/lib/money';

type FilingTagsProps = Pick<FilingView, 'state' | 'openFen' | 'forRefund' | 'refunded'>;

/** Where a filing stands, what of its dues is still missing after it, and whether its money is to go back or has gone. */
export function FilingTags({ state, openFen, forRefund, refunded }: FilingTagsProps) {
  const { tone, text } = filingStateLabels[state];
  const refund = forRefund ? duesStatusLabels.toRefund : refunded && duesStatusLabels.refunded;
  return (
    <span className="inline-flex flex-wrap gap-2">
      <Tag tone={tone}>{text}</Tag>
      {state === 'confirmed' && openFen > 0 && <Tag tone="bad">少交 {formatFen(openFen)}</Tag>}
      {refund && <Tag tone={refund.tone}>{refund.text}</Tag>}
    </span>
  );
}
