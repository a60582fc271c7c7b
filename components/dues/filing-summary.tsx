import { Facts } from '@/components/ui/facts';
import { chargeKindLabels } from '@/lib/copy/dues';
import { formatDay, formatMoment } from '@/lib/days';
import type { FiledCharge, FilingView } from '@/lib/dues/filing-view';
import { formatFen } from '@/lib/money';
import { FilingTags } from './filing-tags';

/** What was filed, a line each. */
export function FilingSummary({ filing }: { filing: FilingView }) {
  const rows = [
    { label: '状态', value: <FilingTags {...filing} /> },
    ...(filing.state === 'pending' && filing.reason ? [{ label: '到账已撤销', value: filing.reason }] : []),
    { label: '交费年度', value: filing.years.map((year) => yearInWords(year, filing.charges)).join('、') },
    { label: '汇款金额', value: formatFen(filing.amountFen) },
    { label: '汇款日期', value: formatDay(filing.paidOn) },
    { label: '汇款户名', value: filing.payer },
    ...(filing.payerBank || filing.payerAccount
      ? [{ label: '汇款账户', value: [filing.payerBank, filing.payerAccount].filter(Boolean).join(' ') }]
      : []),
    { label: '银行流水号', value: filing.serial ?? '见汇款凭证' },
    { label: '票据抬头', value: `${filing.titleName}（${filing.titleUscc}）` },
    { label: '交费人', value: `${filing.person} ${filing.mobile}` },
    { label: '接收邮箱', value: filing.email },
    ...(filing.note ? [{ label: '备注', value: filing.note }] : []),
    { label: '填写时间', value: formatMoment(filing.filedAt) },
  ];
  return <Facts rows={rows} />;
}

/** A year with its rows where there are several. */
function yearInWords(year: number, charges: readonly FiledCharge[]): string {
  const rows = charges.filter((charge) => charge.year === year);
  if (rows.length < 2) return String(year);
  return `${year}（${rows.map(({ kind, amountFen }) => `${chargeKindLabels[kind]} ${formatFen(amountFen)}`).join('、')}）`;
}
