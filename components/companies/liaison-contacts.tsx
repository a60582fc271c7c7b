'use client';

import { TextField } from '@/components/form/text-field';
import type { FormValue } from '@/lib/actions/action-state';
import { liaisonFieldLabels as labels, liaisonOrderLabels } from '@/lib/copy/applications';

/** How each liaison is reached. Who it is changes by 更换联络员 only: name and phone are there to be read. */
export function LiaisonContacts({ liaisons }: { liaisons: FormValue }) {
  const people = Array.isArray(liaisons) ? liaisons.filter((row) => typeof row === 'object') : [];
  return (
    <ol className="flex flex-col gap-6">
      {people.map(({ order }, row) => {
        const title = order === 'second' ? liaisonOrderLabels.second : liaisonOrderLabels.first;
        const field = (name: 'name' | 'mobile' | 'department' | 'title' | 'email') => ({
          name: `liaisons.${row}.${name}`,
          label: labels[name],
        });
        return (
          <li key={title}>
            <fieldset className="grid gap-x-8 gap-y-4 md:grid-cols-[1fr_1fr_1fr_1.2fr_1.6fr]">
              <legend className="mb-2 font-semibold">{title}</legend>
              <TextField {...field('name')} readOnly />
              <TextField {...field('department')} autoComplete="off" required />
              <TextField {...field('title')} autoComplete="off" required />
              <TextField {...field('mobile')} numeric readOnly />
              <TextField {...field('email')} type="email" inputMode="email" autoComplete="off" required />
            </fieldset>
          </li>
        );
      })}
    </ol>
  );
}
