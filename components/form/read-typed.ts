import type { FormValues } from '@/lib/actions/action-state';
import { formValues } from '@/lib/actions/form-values';

/**
 * What stands in the server's page at the moment it comes alive: on a slow line somebody may have begun to type, and
 * react-hook-form would put its first values over that. Nothing where the page was not served but opened within the site.
 */
export function readTyped(id: string): FormValues {
  if (typeof document === 'undefined') return {}; // on the server
  const form = document.getElementById(id);
  if (!(form instanceof HTMLFormElement)) return {};
  const data = new FormData(form);
  for (const control of form.querySelectorAll('input')) {
    if (control.type === 'hidden') data.delete(control.name);
    if (control.type === 'checkbox' && !data.has(control.name)) data.append(control.name, '');
  }
  return formValues(data);
}
