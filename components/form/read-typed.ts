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
  for (const hidden of form.querySelectorAll<HTMLInputElement>('input[type=hidden]')) data.delete(hidden.name);
  return { ...formValues(data), ...boxesOf(form) };
}

/** Boxes of one name as a list, also when one or none is ticked: a single text would tick them all. */
function boxesOf(form: HTMLFormElement): FormValues {
  const values: FormValues = {};
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  for (const { name } of boxes) {
    const group = boxes.filter((box) => box.name === name);
    const ticked = group.filter(({ checked }) => checked).map(({ value }) => value);
    values[name] = group.length > 1 ? ticked : (ticked[0] ?? '');
  }
  return values;
}
