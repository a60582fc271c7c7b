import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import type { Decided } from '@/lib/applications/after-decision';
import { applicationEventLabels } from '@/lib/copy/applications';

/** What the reviewer has just decided, above the application they were led to. */
export function DecidedNote({ decided: { id, companyName, event, memberNumber }, left }: { decided: Decided; left: number }) {
  return (
    <div className="mb-3" role="status">
      <Note
        tone="ok"
        title={
          <>
            {applicationEventLabels[event]}：<Link href={`/admin/applications/${id}`}>{companyName}</Link>
            {memberNumber && <span className="num">，会员编号 {memberNumber}</span>}
          </>
        }
      >
        下面是另一家，还有 {left} 件待审核。
      </Note>
    </div>
  );
}
