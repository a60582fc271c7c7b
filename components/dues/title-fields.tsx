'use client';

import { useWatch } from 'react-hook-form';
import { useFormContext } from '@/components/form/form-context';
import { TextField } from '@/components/form/text-field';
import { Link } from '@/components/ui/link';
import { filingFieldLabels as labels } from '@/lib/copy/dues';
import { isCompanyMailbox } from '@/lib/dues/schema';

/** Whom the receipt is for, and who gets it. A member whose name has changed asks for it at `renameHref`; here only the title changes. */
export function TitleFields({ renameHref }: { renameHref?: string }) {
  const { start } = useFormContext();
  const email: unknown = useWatch({ name: 'email', defaultValue: start.email });
  return (
    <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
      <TextField
        name="titleName"
        label={labels.titleName}
        hint="票据抬头"
        under={
          renameHref && (
            <p className="mt-1.5 text-sm text-ink-3">
              这里只改票据抬头。单位已更名的，请另外<Link href={renameHref}>申请变更单位名称</Link>。
            </p>
          )
        }
        required
      />
      <TextField name="titleUscc" label={labels.titleUscc} numeric required />
      <TextField name="person" label={labels.person} hint="经办人姓名，不要填写单位名称" required />
      <TextField name="mobile" label={labels.mobile} type="tel" inputMode="numeric" numeric required />
      <TextField
        name="email"
        label={labels.email}
        hint="接收电子票据，推荐个人 QQ 邮箱"
        type="email"
        inputMode="email"
        className="md:col-span-2"
        under={
          typeof email === 'string' &&
          email.includes('.') &&
          isCompanyMailbox(email) && <p className="mt-1.5 text-sm text-warn">企业邮箱常会屏蔽票据邮件，建议换成个人 QQ 邮箱。</p>
        }
        required
      />
    </div>
  );
}
