'use client';

import { LineField } from '@/components/form/line-field';
import { liaisonFieldLabels as labels } from '@/lib/copy/applications';

/** Who is to be liaison, inside an ActionForm. */
export function PersonFields() {
  return (
    <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
      <LineField name="name" label={labels.name} required />
      <LineField name="mobile" label={labels.mobile} hint="本人的手机号，用来登录" type="tel" inputMode="numeric" required />
      <LineField name="department" label={labels.department} required />
      <LineField name="title" label={labels.title} required />
      <LineField name="email" label={labels.email} type="email" inputMode="email" required />
    </div>
  );
}
