import { Tag } from '@/components/ui/tag';
import { filingMarkLabels } from '@/lib/copy/dues';
import type { MarkedFiling } from '@/lib/dues/filing-marks';
import { formatFen } from '@/lib/money';

type Marked = Pick<MarkedFiling, 'state' | 'isSerialUsed' | 'isOtherLevel' | 'differenceFen'>;

/** What to look at before a filing is confirmed. What is short of a confirmed one stands beside its state. */
export function FilingMarkTags({ state, isSerialUsed, isOtherLevel, differenceFen }: Marked) {
  return (
    <span className="mt-1 flex flex-wrap gap-2 empty:hidden">
      {isSerialUsed && <Tag tone="warn">{filingMarkLabels.isSerialUsed}</Tag>}
      {isOtherLevel && <Tag tone="warn">{filingMarkLabels.isOtherLevel}</Tag>}
      {differenceFen > 0 && <Tag tone="warn">多交 {formatFen(differenceFen)}</Tag>}
      {differenceFen < 0 && state === 'pending' && <Tag tone="warn">少交 {formatFen(-differenceFen)}</Tag>}
    </span>
  );
}
