'use client';

import { useMemo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { DraftForm } from '@/components/drafts/draft-form';
import { SavedLine } from '@/components/drafts/saved-line';
import { FilingFields } from '@/components/dues/filing-fields';
import { TellTicked } from '@/components/dues/ticked-years';
import { useTickedFen, YearBoxes } from '@/components/dues/year-boxes';
import { CheckboxField } from '@/components/form/checkbox-field';
import { useFormContext } from '@/components/form/form-context';
import { SelectField } from '@/components/form/select-field';
import { SubmitButton } from '@/components/form/submit-button';
import { ButtonLink } from '@/components/ui/button-link';
import { Panel } from '@/components/ui/panel';
import type { FormValue, FormValues } from '@/lib/actions/action-state';
import { memberFilingFieldLabels as labels, levelLabels } from '@/lib/copy/dues';
import type { PayableYear } from '@/lib/dues/filing-form';
import { memberFilingSchemaFor } from '@/lib/dues/schema';
import type { StandardView } from '@/lib/dues/standard';
import type { Level } from '@/lib/generated/prisma/enums';
import { formatFen } from '@/lib/money';
import { fileDuesAction } from './actions';

type FilingFormProps = {
  companyId: string;
  year: number;
  values: FormValues;
  stored: FormValues;
  version: number;
  savedAt: string | null;
  today: string;
  back: string;
  renameHref: string;
} & YearsProps;

type YearsProps = { level: Level; own: PayableYear; others: readonly PayableYear[]; standards: readonly StandardView[] };

export function FilingForm({
  companyId,
  year,
  today,
  savedAt,
  back,
  renameHref,
  level,
  own,
  others,
  standards,
  ...draft
}: FilingFormProps) {
  const schema = useMemo(() => memberFilingSchemaFor(today), [today]);
  return (
    <DraftForm
      action={fileDuesAction}
      schema={schema}
      record={{ companyId, year: String(year) }}
      step="filing"
      labels={labels}
      words={inWords}
      {...draft}
    >
      <YearsPanel level={level} own={own} others={others} standards={standards} />
      <Fields today={today} own={own} others={others} renameHref={renameHref} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton waiting="正在提交…" className="max-md:flex-1">
          提交汇款信息
        </SubmitButton>
        <ButtonLink href={back} look="quiet">
          返回
        </ButtonLink>
        <SavedLine savedAt={savedAt} />
      </div>
    </DraftForm>
  );
}

function inWords(unit: string, value: FormValue): string {
  if (unit === 'level') return Object.entries(levelLabels).find(([level]) => level === value)?.[1] ?? '';
  if (unit === 'serialConfirmed') return value === 'true' ? '已核对' : '';
  return Array.isArray(value) ? value.join('、') : String(value ?? '');
}

/** 金额 by level, and other years in the same transfer. */
function YearsPanel({ level, own, others, standards }: YearsProps) {
  const options = standards.map(({ level, amountFen }) => ({ code: level, label: `${levelLabels[level]} (${amountFen / 100}元/年)` }));
  return (
    <Panel title="交费年度和金额" hint={<Total own={own} others={others} />}>
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
        <div>
          <SelectField name="level" label={labels.level} hint="按会员级别选择交费标准" options={options} required />
          <OtherLevel level={level} />
        </div>
        {others.length > 0 && (
          <fieldset>
            <legend className="mb-1.5 text-[15px] font-semibold">{labels.otherYears}</legend>
            <YearBoxes name="otherYears" years={others} />
            <TellTicked name="otherYears" years={others} />
          </fieldset>
        )}
      </div>
    </Panel>
  );
}

/** What another choice means, before the money is on its way: the level stays, and what is owed, too. */
function OtherLevel({ level }: { level: Level }) {
  const { start } = useFormContext();
  const chosen: unknown = useWatch({ name: 'level', defaultValue: start.level });
  const isOther = Boolean(chosen) && chosen !== level;
  return (
    <p role="status" className="mt-1.5 text-sm text-warn empty:hidden">
      {isOther && `贵单位这一年按${levelLabels[level]}交费。选择其他级别不会改变会员级别和应交金额，请先与协会核对再汇款。`}
    </p>
  );
}

function Total(years: Pick<YearsProps, 'own' | 'others'>) {
  return <span className="num">本次应交 {formatFen(useTotal(years))}</span>;
}

function useTotal({ own, others }: Pick<YearsProps, 'own' | 'others'>): number {
  return own.openFen + useTickedFen({ name: 'otherYears', years: others });
}

type FieldsProps = Pick<YearsProps, 'own' | 'others'> & { today: string; renameHref: string };

function Fields({ own, others, ...fields }: FieldsProps) {
  return <FilingFields {...fields} amountFen={useTotal({ own, others })} underSerial={<SerialConfirm />} />;
}

/** Only where the number was found to be used before; it stays when the tick has answered the question. */
function SerialConfirm() {
  const { start, errors } = useFormContext();
  const [wasAsked, setWasAsked] = useState(start.serialConfirmed === 'true');
  if (errors.serialConfirmed && !wasAsked) setWasAsked(true);
  if (!wasAsked) return null;
  return <CheckboxField name="serialConfirmed">流水号核对无误，继续提交</CheckboxField>;
}
