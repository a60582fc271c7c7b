import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import type { FormAction } from '@/lib/actions/action-state';
import { incompleteLabels } from '@/lib/copy/imports';
import type { IncompleteItem } from '@/lib/members/incomplete';

type ItemsProps = { memberId: string; items: readonly IncompleteItem[]; mayEdit: boolean; settle: FormAction };

/** 待完善: what the import left open, until it is filled in or somebody has seen to it. */
export function IncompleteItems({ memberId, items, mayEdit, settle }: ItemsProps) {
  if (!items.length) return null;
  return (
    <Note tone="warn" title={`待完善 ${items.length} 项`}>
      {mayEdit && (
        <p>
          企业信息在<Link href={`/admin/members/${memberId}/edit`}>编辑企业信息</Link>里补上后自动去掉，其他的处理好后点“已处理”。
        </p>
      )}
      <ul className="mt-2 flex flex-wrap gap-x-6">
        {items.map((item) => (
          <li key={item} className="flex min-h-11 items-center gap-1">
            {incompleteLabels[item]}
            {mayEdit && (
              <ActionForm action={settle} hidden={{ memberId, item }}>
                <SubmitButton look="quiet" size="small" waiting="…" aria-label={`已处理 ${incompleteLabels[item]}`}>
                  已处理
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </Note>
  );
}
