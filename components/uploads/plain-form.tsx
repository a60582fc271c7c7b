import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { FileView } from '@/lib/uploads/views';
import type { FileOwner } from './upload-file';

export const ACCEPT = 'application/pdf,image/jpeg,image/png,image/webp,.pdf,.jpg,.jpeg,.png,.webp';

export const fileInputClass =
  'w-full min-w-0 text-sm file:mr-3 file:min-h-11 file:rounded-md file:border file:border-solid file:border-line-3 file:bg-white file:px-4 file:text-base';

type PlainFormProps = { owner: FileOwner; kind: FileView['kind']; replaces?: string; className?: string; children: ReactNode };

/** Files by a form that the browser sends itself: for people without JavaScript, and until it has loaded. */
export function PlainForm({ owner, kind, replaces = '', className, children }: PlainFormProps) {
  return (
    <form method="post" action="/api/uploads/form" encType="multipart/form-data" className={className}>
      {Object.entries({ ...owner, kind, replaces }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/** Another file in the place of this one, once it is accepted. */
export function PlainReplace({ owner, file }: { owner: FileOwner; file: FileView }) {
  return (
    <details className="open:w-full">
      <summary className="flex min-h-11 items-center rounded-md px-3 text-sm font-semibold text-brand md:min-h-9">替换</summary>
      <PlainForm owner={owner} kind={file.kind} replaces={file.id} className="flex flex-col gap-2 p-3">
        <input type="file" name="file" accept={ACCEPT} required aria-label={`选择替换 ${file.name} 的文件`} className={fileInputClass} />
        <Button type="submit" look="secondary" size="small" aria-label={`替换 ${file.name}`}>
          上传并替换
        </Button>
      </PlainForm>
    </details>
  );
}
