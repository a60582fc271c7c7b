import { Note } from '@/components/ui/note';
import type { DraftView } from '@/lib/applications/queries';

/** What the last return asks for at one field or file, where the applicant corrects it. */
export function MarkNote({ returned, target }: { returned: DraftView['returned']; target: string }) {
  const mark = returned?.marks.find((candidate) => candidate.target === target);
  if (!mark) return null;
  return (
    <div className="mb-4">
      <Note tone={mark.changed ? 'ok' : 'warn'} title={mark.changed ? '✓ 已修改' : '需要修改'}>
        {mark.comment}
      </Note>
    </div>
  );
}
