'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { PayableYear } from '@/lib/dues/filing-form';
import { transferMemo } from '@/lib/dues/transfer-memo';
import { formatFen } from '@/lib/money';
import { PaymentAccount, type PaymentAccountProps } from './payment-account';
import { useTicked } from './year-boxes';

const Context = createContext<{ others: readonly PayableYear[]; tell: (others: readonly PayableYear[]) => void } | null>(null);

/** Around the form with the boxes of other years and the account to transfer to, which stands outside of it. */
export function TickedYears({ children }: { children: ReactNode }) {
  const [others, tell] = useState<readonly PayableYear[]>([]);
  return <Context value={{ others, tell }}>{children}</Context>;
}

function useTickedYears() {
  const context = useContext(Context);
  if (!context) throw new Error('years are ticked outside of TickedYears');
  return context;
}

/** Inside the form: says which other years are ticked. */
export function TellTicked({ name, years }: { name: string; years: readonly PayableYear[] }) {
  const { tell } = useTickedYears();
  const ticked = useTicked({ name, years });
  const key = ticked.map(({ year }) => year).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is another one each time, its years are what counts
  useEffect(() => tell(ticked), [key, tell]);
  return null;
}

type TickedAccountProps = Pick<PaymentAccountProps, 'account'> & { own: PayableYear; uscc: string };

/** The account with the sum of the year and of those ticked with it, and a memo that names them. */
export function TickedAccount({ account, own, uscc }: TickedAccountProps) {
  const years = [own, ...useTickedYears().others];
  const sum = years.reduce((fen, { openFen }) => fen + openFen, 0);
  const memo = transferMemo(
    years.map(({ year }) => year),
    uscc,
  );
  return <PaymentAccount account={account} amount={formatFen(sum)} memo={memo} />;
}
