import { Note } from '@/components/ui/note';
import { isStamped } from '@/lib/applications/printed';
import type { DraftView } from '@/lib/applications/queries';
import { fileKindLabels } from '@/lib/copy/applications';
import type { FileKind } from '@/lib/generated/prisma/enums';

/** At a stamped document: what it prints has changed since its scan was uploaded. */
export function StampNote({ stamps, kind }: { stamps: DraftView['stamps']; kind: FileKind }) {
  const stamp = isStamped(kind) ? stamps[kind] : null;
  if (!stamp?.outdated) return null;
  return (
    <div className="mb-4">
      <Note tone="warn" title="需要重新盖章">
        上传以后，{fileKindLabels[kind]}上印的内容改过：编号原来是 <span className="num">{stamp.outdated}</span>，现在是{' '}
        <span className="num">{stamp.number}</span>。请下载填好的新表，盖章后替换下面的扫描件；手工填写的，请改正后重新盖章、上传。
      </Note>
    </div>
  );
}
