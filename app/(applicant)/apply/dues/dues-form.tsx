'use client';

import { useMemo } from 'react';
import { DraftForm } from '@/components/drafts/draft-form';
import { SavedLine } from '@/components/drafts/saved-line';
import { FilingFields } from '@/components/dues/filing-fields';
import { SubmitButton } from '@/components/form/submit-button';
import { ButtonLink } from '@/components/ui/button-link';
import type { FormValues } from '@/lib/actions/action-state';
import { filingFieldLabels } from '@/lib/copy/dues';
import { filingSchemaFor } from '@/lib/dues/schema';
import { saveDuesAction } from './actions';

type DuesFormProps = {
  applicationId: string;
  values: FormValues;
  stored: FormValues;
  version: number;
  today: string;
  amountFen: number;
  previous: string;
  savedAt: string | null;
};

export function DuesForm({ applicationId, today, amountFen, previous, savedAt, ...draft }: DuesFormProps) {
  const schema = useMemo(() => filingSchemaFor(today), [today]);
  return (
    <DraftForm
      action={saveDuesAction}
      schema={schema}
      record={{ applicationId }}
      step="dues"
      labels={filingFieldLabels}
      words={(_, value) => String(value ?? '')}
      {...draft}
    >
      <FilingFields today={today} amountFen={amountFen} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton waiting="正在保存…" className="max-md:flex-1">
          保存并继续
        </SubmitButton>
        <ButtonLink href={previous} look="quiet">
          上一步
        </ButtonLink>
        <SavedLine savedAt={savedAt} />
      </div>
    </DraftForm>
  );
}
