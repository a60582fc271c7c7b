import { formatBytes } from '@/lib/uploads/format-bytes';
import type { FileView } from '@/lib/uploads/views';

/** Files to open, for people who may not change them. */
export function FileList({ files, empty }: { files: readonly FileView[]; empty: string }) {
  if (!files.length) return <p className="text-ink-3">{empty}</p>;
  return (
    <ul className="flex flex-col">
      {files.map(({ id, name, bytes }) => (
        <li key={id}>
          <a href={`/api/files/${id}`} className="inline-flex min-h-11 items-center gap-3">
            {name} <span className="num text-sm whitespace-nowrap text-ink-3">{formatBytes(bytes)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
