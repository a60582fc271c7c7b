import { CopyButton } from '@/components/ui/copy-button';
import { Note } from '@/components/ui/note';

export type PaymentAccountProps = {
  account: { accountName: string; bank: string; accountNumber: string; bankCode: string } | null;
  amount: string;
  memo: string;
};

/** Where to transfer, how much, with which words: each line to copy. */
export function PaymentAccount({ account, amount, memo }: PaymentAccountProps) {
  if (!account) return <Note tone="warn">收款账户暂未公布，请先联系协会，再办理汇款。已填写的内容会保存。</Note>;
  const rows = [
    ['户名', account.accountName],
    ['开户行', account.bank],
    ['账号', account.accountNumber],
    ...(account.bankCode ? [['联行号', account.bankCode] as const] : []),
    ['金额', amount],
    ['汇款附言', memo],
  ] as const;
  return (
    <dl>
      {rows.map(([label, value]) => (
        <div key={label} className="flex items-center gap-3 border-b border-line-2 last:border-0">
          <dt className="w-20 flex-none text-[15px] text-ink-3">{label}</dt>
          <dd className="num min-w-0 flex-1 py-1.5 font-semibold break-all">{value}</dd>
          <dd>
            <CopyButton text={value.replace(/[¥,]/g, '')} label={label} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
