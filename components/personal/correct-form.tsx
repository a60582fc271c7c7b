import { ActionForm } from '@/components/form/action-form';
import { LineField } from '@/components/form/line-field';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormAction } from '@/lib/actions/action-state';
import { liaisonFieldLabels as labels, liaisonOrderLabels } from '@/lib/copy/applications';
import type { RoleView } from '@/lib/personal/personal-page';

/** One's own name, and how one is reached in each company. */
export function CorrectForm({ name, roles, action }: { name: string; roles: readonly RoleView[]; action: FormAction }) {
  return (
    <ActionForm action={action} labels={labels} className="flex flex-col gap-5">
      <LineField name="name" label={labels.name} value={name} autoComplete="name" required className="max-w-md" />
      {roles.map(({ companyId, companyName, order, department, title, email }, index) => (
        <fieldset key={companyId} className="grid gap-x-8 gap-y-5 border-t border-line-2 pt-4 md:grid-cols-3">
          <legend className="float-left w-full pb-3 font-semibold md:col-span-3">
            {companyName} <span className="font-normal text-ink-3">{liaisonOrderLabels[order]}</span>
          </legend>
          <input type="hidden" name={`roles.${index}.companyId`} value={companyId} />
          <LineField name={`roles.${index}.department`} label={labels.department} value={department} required />
          <LineField name={`roles.${index}.title`} label={labels.title} value={title} required />
          <LineField name={`roles.${index}.email`} label={labels.email} value={email} autoComplete="email" required />
        </fieldset>
      ))}
      <div>
        <SubmitButton className="max-md:w-full" waiting="正在保存…">
          保存更正
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
