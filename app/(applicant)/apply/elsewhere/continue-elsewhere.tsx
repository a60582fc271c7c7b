import { CopyButton } from '@/components/ui/copy-button';
import { QrCode } from '@/components/ui/qr-code';
import { storedValues } from '@/lib/actions/form-values';
import { firstMailbox } from '@/lib/applications/liaisons';
import type { DraftView } from '@/lib/applications/queries';
import { pathOf, type StepId } from '@/lib/applications/steps';
import { env } from '@/lib/env';
import { maskMobile } from '@/lib/fields';
import { sendsMail } from '@/lib/providers/mail/mail';
import { sendsSms } from '@/lib/providers/sms/sms';
import { requireMember } from '@/lib/session';
import { applyPath } from '../load-draft';
import { LinkToMailbox, LinkToPhone } from './link-forms';

/** From the phone to the computer and back: the address of this step, to copy, to scan, or sent to oneself. */
export async function ContinueElsewhere({ draft, step }: { draft: DraftView; step: StepId }) {
  const { phone } = await requireMember();
  const link = `${new URL(env().SITE_URL).origin}${applyPath(pathOf(step), draft)}`;
  const target = { applicationId: draft.id, step };
  return (
    <details className="mt-6 rounded-lg border border-line bg-white px-4 md:px-6">
      <summary className="flex min-h-11 items-center font-semibold text-brand">换一台设备继续（电脑、手机）</summary>
      <div className="flex flex-col gap-5 pt-1 pb-5 md:flex-row md:items-start md:gap-8">
        <div className="hidden flex-none md:pointer-fine:block">
          <QrCode text={link} label="本页网址的二维码" className="size-36 border border-line" />
          <p className="mt-1 text-center text-sm text-ink-2">手机扫码继续</p>
        </div>
        <div className="flex min-w-0 flex-1 flex-col gap-4">
          <p>已保存的内容都在。在另一台设备上打开这个网址，用手机号和密码登录，就回到这一步。</p>
          <div className="flex flex-wrap items-center gap-2">
            <span className="num rounded-md bg-ground px-3 py-2 text-sm break-all">{link}</span>
            <CopyButton text={link} label="网址" />
          </div>
          {sendsSms('continueElsewhere') && <LinkToPhone {...target} phone={maskMobile(phone)} />}
          {sendsMail() && <LinkToMailbox {...target} mailbox={firstMailbox(storedValues(draft.company))} />}
        </div>
      </div>
    </details>
  );
}
