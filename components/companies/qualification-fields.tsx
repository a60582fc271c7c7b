'use client';

import { useEffect, useRef } from 'react';
import { useFormContext as useHookForm, useWatch } from 'react-hook-form';
import { CheckboxField } from '@/components/form/checkbox-field';
import { useFormContext } from '@/components/form/form-context';
import { NO_QUALIFICATION } from '@/lib/applications/schema';
import type { Option } from '@/lib/dictionaries/option';

/** 特级资质: several, or 无, which excludes the rest: the later choice wins. */
export function QualificationFields({ options }: { options: readonly Option[] }) {
  const { errors } = useFormContext();
  const { setValue } = useHookForm();
  const chosen: unknown = useWatch({ name: 'qualifications' });
  const before = useRef<readonly unknown[]>([]);
  useEffect(() => {
    const now: readonly unknown[] = Array.isArray(chosen) ? chosen : [];
    if (now.includes(NO_QUALIFICATION) && now.length > 1) {
      const later = before.current.includes(NO_QUALIFICATION) ? now.filter((code) => code !== NO_QUALIFICATION) : [NO_QUALIFICATION];
      setValue('qualifications', later, { shouldValidate: true });
    }
    before.current = now;
  }, [chosen, setValue]);
  return (
    <fieldset>
      <legend className="mb-1 text-[15px] font-semibold">
        <span aria-hidden="true" className="mr-0.5 text-bad">
          *
        </span>
        特级资质<small className="ml-1.5 text-xs font-normal text-ink-3">可选多项</small>
      </legend>
      <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {options.map(({ code, label }) => (
          <CheckboxField key={code} name="qualifications" id={`qualifications-${code}`} value={code}>
            {label}
          </CheckboxField>
        ))}
        <CheckboxField name="qualifications" id={`qualifications-${NO_QUALIFICATION}`} value={NO_QUALIFICATION}>
          无
        </CheckboxField>
      </div>
      {errors.qualifications && (
        <p id="qualifications-error" className="mt-1.5 text-sm text-bad">
          {errors.qualifications}
        </p>
      )}
    </fieldset>
  );
}
