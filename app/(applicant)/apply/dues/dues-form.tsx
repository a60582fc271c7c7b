'use client';

import { useMemo } from 'react';
import { FilingFields } from '@/components/dues/filing-fields';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { ButtonLink } from '@/components/ui/button';
import type { FormValues } from '@/lib/actions/action-state';
import { filingFieldLabels } from '@/lib/copy/dues';
import { filingSchemaFor } from '@/lib/dues/schema';
import { saveDuesAction } from './actions';

type DuesFormProps = { applicationId: string; values: FormValues; today: string; amountFen: number; previous: string };

export function DuesForm({ applicationId, values, today, amountFen, previous }: DuesFormProps) {
  const schema = useMemo(() => filingSchemaFor(today), [today]);
  return (
    <Form action={saveDuesAction} schema={schema} values={values} labels={filingFieldLabels} hidden={{ applicationId }}>
      <FilingFields today={today} amountFen={amountFen} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton waiting="正在保存…" className="max-md:flex-1">
          保存并继续
        </SubmitButton>
        <ButtonLink href={previous} look="quiet">
          上一步
        </ButtonLink>
      </div>
    </Form>
  );
}
