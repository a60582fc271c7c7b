import type { FieldErrors } from 'react-hook-form';

/** react-hook-form's nested errors as one message a field name. */
export function flatErrors(errors: FieldErrors, prefix = ''): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, error] of Object.entries(errors)) {
    if (!error || typeof error !== 'object' || name === 'ref') continue;
    const at = name === 'root' ? prefix.slice(0, -1) : `${prefix}${name}`;
    if (typeof error.message === 'string' && error.message) flat[at] ??= error.message;
    else Object.assign(flat, flatErrors(error as FieldErrors, `${at}.`)); // a row or a list of rows
  }
  return flat;
}
