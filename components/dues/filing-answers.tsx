import type { ReactNode } from 'react';
import { Facts } from '@/components/ui/facts';
import type { FormValues } from '@/lib/actions/action-state';
import { fileKindLabels } from '@/lib/copy/applications';
import { filingFieldLabels } from '@/lib/copy/dues';
import { formatDay, isDay } from '@/lib/days';
import { formatFen, parseYuan } from '@/lib/money';

/** 汇款信息 as it was typed, before it is filed. */
export function FilingAnswersFacts({ answers, vouchers }: { answers: FormValues; vouchers?: ReactNode }) {
  const rows = Object.entries(filingFieldLabels).flatMap(([name, label]) => {
    const text = answers[name];
    return typeof text === 'string' && text ? [{ label, value: shown(name, text) }] : [];
  });
  return <Facts rows={vouchers ? [...rows, { label: fileKindLabels.transferVoucher, value: vouchers }] : rows} />;
}

function shown(name: string, text: string): string {
  if (name === 'amount') return formatFen(parseYuan(text) ?? 0);
  return name === 'paidOn' && isDay(text) ? formatDay(text) : text;
}
