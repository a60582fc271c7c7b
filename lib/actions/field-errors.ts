import type * as z from 'zod/mini';

/** One message a field: the first. Field names as in the form: `liaisons.0.mobile`. */
export function fieldErrorsOf(error: z.core.$ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[issue.path.join('.')] ??= issue.message;
  return errors;
}
