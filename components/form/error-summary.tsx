import { Check } from 'lucide-react';
import { Note } from '@/components/ui/note';
import { labelOf } from './label-of';

type ErrorSummaryProps = {
  formError?: string;
  /** What was wrong when the form was sent. */
  errors: Record<string, string>;
  /** What still is: a corrected line is ticked, and stays in its place, so that nothing moves under a finger. */
  open?: Record<string, string>;
  labels: Record<string, string>;
  /** Of the ids of the form's fields. */
  prefix?: string;
};

/** What to correct, each line a link to its field. */
export function ErrorSummary({ formError, errors, open = errors, labels, prefix = '' }: ErrorSummaryProps) {
  const rows = Object.entries(errors);
  if (!formError && !rows.length) return null;
  return (
    <div role="alert">
      <Note tone="bad" title={formError ?? `有 ${rows.length} 处需要修改`}>
        {rows.length > 0 && (
          <ul className="mt-1">
            {rows.map(([name, message]) => (
              <li key={name}>
                <Line id={prefix + name} label={labelOf(name, labels)} message={message} corrected={!open[name]} />
              </li>
            ))}
          </ul>
        )}
      </Note>
    </div>
  );
}

// What has no label here is no field to jump to: the message stands alone.
function Line({ id, label, message, corrected }: { id: string; label: string; message: string; corrected: boolean }) {
  if (!label) return message;
  return (
    <a href={`#${id}`} className={`inline-flex min-h-11 items-center gap-1.5 md:min-h-8 ${corrected ? 'text-ink-3 no-underline' : ''}`}>
      {corrected && <Check aria-label="已修改" className="size-4 text-ok" />}
      {label}：{message}
    </a>
  );
}
