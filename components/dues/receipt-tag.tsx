import { Tag } from '@/components/ui/tag';
import { formatDay } from '@/lib/days';
import type { ReceiptDeadline } from '@/lib/dues/receipt-deadline';

const tones = { later: 'plain', near: 'warn', past: 'bad' } as const;

/** Until when the receipt of filed dues is to be issued. */
export function ReceiptTag({ dueOn, urgency }: ReceiptDeadline) {
  return (
    <Tag tone={tones[urgency]}>
      {urgency === 'past' ? '已过票据期限' : '票据期限'} {formatDay(dueOn)}
    </Tag>
  );
}
