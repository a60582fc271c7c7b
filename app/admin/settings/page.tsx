import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '@/components/ui/button-link';
import { PageTitle } from '@/components/ui/page-title';
import { isAllowed } from '@/lib/access/authorize';
import { storedValues } from '@/lib/actions/form-values';
import { requireAccount } from '@/lib/session';
import { findSetting } from '@/lib/settings/get-setting';
import { ContactsForm, DuesSettingForm, JoiningForm, PaymentAccountForm, SecondPersonForm, SiteForm, SmsForm } from './settings-forms';

export const metadata: Metadata = { title: '设置' };

export default async function SettingsPage() {
  if (!isAllowed(await requireAccount(), 'settings.edit', null)) notFound();
  const values = async (key: Parameters<typeof findSetting>[0]) => storedValues(await findSetting(key));
  return (
    <>
      <PageTitle
        hint="修改后约半分钟在所有页面生效，每次修改都记入审计。"
        actions={
          <>
            <ButtonLink look="secondary" href="/admin/settings/documents">
              章程和隐私政策
            </ButtonLink>
            <ButtonLink look="secondary" href="/admin/settings/standards">
              会费标准
            </ButtonLink>
            <ButtonLink look="secondary" href="/admin/settings/receipts">
              电子票据
            </ButtonLink>
            <ButtonLink look="secondary" href="/admin/settings/calendar">
              工作日历
            </ButtonLink>
          </>
        }
      >
        设置
      </PageTitle>
      <div className="flex max-w-4xl flex-col gap-5">
        <PaymentAccountForm values={await values('paymentAccount')} />
        <DuesSettingForm values={await values('dues')} />
        <SecondPersonForm values={await values('secondPerson')} />
        <JoiningForm values={await values('joining')} />
        <ContactsForm values={await values('contacts')} />
        <SiteForm values={await values('site')} />
        <SmsForm values={await values('sms')} />
      </div>
    </>
  );
}
