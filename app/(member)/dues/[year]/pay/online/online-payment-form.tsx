'use client';

import { TitleFields } from '@/components/dues/title-fields';
import { useTickedFen, YearBoxes } from '@/components/dues/year-boxes';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { ButtonLink } from '@/components/ui/button-link';
import { Panel } from '@/components/ui/panel';
import type { FormValues } from '@/lib/actions/action-state';
import { filingFieldLabels } from '@/lib/copy/dues';
import type { PayableYear } from '@/lib/dues/filing-form';
import { formatFen } from '@/lib/money';
import { onlinePaymentSchema } from '@/lib/online-payments/schema';
import { startOnlinePaymentAction } from './actions';

type Props = { companyId: string; values: FormValues; years: readonly PayableYear[]; label: string; back: string; renameHref: string };

const labels = { years: '交费年度', ...filingFieldLabels };

/** What is asked before the provider's page: which years, and whom the receipt is for. */
export function OnlinePaymentForm({ companyId, values, years, label, back, renameHref }: Props) {
  return (
    <Form action={startOnlinePaymentAction} schema={onlinePaymentSchema} values={values} labels={labels} hidden={{ companyId }}>
      <Panel title="一、交费年度" hint={<Total years={years} />}>
        <fieldset id="years">
          <legend className="sr-only">交费年度</legend>
          <YearBoxes name="years" years={years} />
        </fieldset>
      </Panel>
      <Panel title="二、电子票据" hint="电子票据按这里的抬头开具">
        <TitleFields renameHref={renameHref} />
      </Panel>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton waiting={`正在打开${label}…`} className="max-md:flex-1">
          {`去${label}付款`}
        </SubmitButton>
        <ButtonLink href={back} look="quiet">
          改用银行汇款
        </ButtonLink>
      </div>
    </Form>
  );
}

function Total({ years }: Pick<Props, 'years'>) {
  return <span className="num">本次付款 {formatFen(useTickedFen({ name: 'years', years }))}</span>;
}
