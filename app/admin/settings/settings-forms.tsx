'use client';

import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import { CheckboxField } from '@/components/form/checkbox-field';
import { Form } from '@/components/form/form';
import { SavedNote } from '@/components/form/saved-note';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { FormValues } from '@/lib/actions/action-state';
import { settingSchemas } from '@/lib/settings/settings';
import {
  changeContactsAction,
  changeDuesAction,
  changeJoiningAction,
  changePaymentAccountAction,
  changeSecondPersonAction,
  changeSiteAction,
  changeSmsAction,
} from './actions';

type SettingFormProps = { values: FormValues };

const account = { accountName: '户名', bank: '开户行', accountNumber: '账号', bankCode: '联行号' };

export function PaymentAccountForm({ values }: SettingFormProps) {
  return (
    <Panel title="收款账户" hint="会员交费时看到的账户">
      <Form action={changePaymentAccountAction} schema={settingSchemas.paymentAccount} values={values} labels={account}>
        <Fields>
          <TextField name="accountName" label={account.accountName} required />
          <TextField name="bank" label={account.bank} required />
          <TextField name="accountNumber" label={account.accountNumber} inputMode="numeric" numeric required />
          <TextField name="bankCode" label={account.bankCode} hint="选填，12 位数字" inputMode="numeric" numeric />
        </Fields>
        <Save />
      </Form>
    </Panel>
  );
}

const dues = { dueOn: '每年到期日', graceDays: '宽限天数', collectBeforeApproval: '审核前交费' };

export function DuesSettingForm({ values }: SettingFormProps) {
  return (
    <Panel title="会费">
      <Form action={changeDuesAction} schema={settingSchemas.dues} values={values} labels={dues}>
        <Fields>
          <TextField name="dueOn" label={dues.dueOn} hint="月-日，例如 06-30" numeric required />
          <TextField
            name="graceDays"
            label={dues.graceDays}
            hint="到期日之后产生的会费，多少天内交纳"
            inputMode="numeric"
            numeric
            required
          />
        </Fields>
        <CheckboxField name="collectBeforeApproval">新会员先填写汇款信息，再审核（不勾选则审核通过后交费）</CheckboxField>
        <Save />
      </Form>
    </Panel>
  );
}

const secondPerson = { aloneUpTo: '一人办理的上限' };

export function SecondPersonForm({ values }: SettingFormProps) {
  return (
    <Panel title="退费和免交" hint="退费、免交和取消应交">
      <Form action={changeSecondPersonAction} schema={settingSchemas.secondPerson} values={values} labels={secondPerson}>
        <Fields>
          <TextField
            name="aloneUpTo"
            label={secondPerson.aloneUpTo}
            hint="元；超过时须由另一位财务人员或秘书长同意"
            inputMode="numeric"
            numeric
            required
          />
        </Fields>
        <Save />
      </Form>
    </Panel>
  );
}

const joining = { twoStages: '审核方式' };

export function JoiningForm({ values }: SettingFormProps) {
  return (
    <Panel title="入会审核">
      <Form action={changeJoiningAction} schema={settingSchemas.joining} values={values} labels={joining}>
        <CheckboxField name="twoStages">分两步审核：先初审，再由会议批准（不勾选则审核通过后直接入会）</CheckboxField>
        <Save />
      </Form>
    </Panel>
  );
}

const contacts = { people: '联系人', name: '姓名', phone: '电话', qq: 'QQ', address: '地址', email: '邮箱' };

export function ContactsForm({ values }: SettingFormProps) {
  return (
    <Panel title="联系我们">
      <Form action={changeContactsAction} schema={settingSchemas.contacts} values={values} labels={contacts}>
        <People />
        <Fields>
          <TextField name="address" label={contacts.address} hint="选填" />
          <TextField name="email" label={contacts.email} hint="选填" type="email" />
        </Fields>
        <Save />
      </Form>
    </Panel>
  );
}

function People() {
  const { fields, append, remove } = useFieldArray({ name: 'people' });
  return (
    <div className="flex flex-col gap-4">
      {fields.map(({ id }, row) => (
        <div key={id} className="grid items-start gap-4 md:grid-cols-[1fr_1.4fr_1fr_auto]">
          <TextField name={`people.${row}.name`} label={contacts.name} required />
          <TextField name={`people.${row}.phone`} label={contacts.phone} numeric required />
          <TextField name={`people.${row}.qq`} label={contacts.qq} numeric />
          {fields.length > 1 && (
            <Button look="quiet" size="small" className="md:mt-8" onClick={() => remove(row)}>
              移除
            </Button>
          )}
        </div>
      ))}
      <div>
        <Button look="secondary" size="small" onClick={() => append({ name: '', phone: '', qq: '' })}>
          ＋ 新增联系人
        </Button>
      </div>
    </div>
  );
}

const site = { icp: 'ICP 备案号', policeRecord: '公安备案号' };

export function SiteForm({ values }: SettingFormProps) {
  return (
    <Panel title="网站备案" hint="显示在每页底部">
      <Form action={changeSiteAction} schema={settingSchemas.site} values={values} labels={site}>
        <Fields>
          <TextField name="icp" label={site.icp} />
          <TextField name="policeRecord" label={site.policeRecord} />
        </Fields>
        <Save />
      </Form>
    </Panel>
  );
}

const sms = { dailyBudget: '每天最多发送验证码' };

export function SmsForm({ values }: SettingFormProps) {
  return (
    <Panel title="短信">
      <Form action={changeSmsAction} schema={settingSchemas.sms} values={values} labels={sms}>
        <Fields>
          <TextField name="dailyBudget" label={sms.dailyBudget} hint="条" inputMode="numeric" numeric required />
        </Fields>
        <Save />
      </Form>
    </Panel>
  );
}

function Fields({ children }: { children: ReactNode }) {
  return <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">{children}</div>;
}

function Save() {
  return (
    <div className="flex flex-wrap items-center gap-4">
      <SubmitButton waiting="正在保存…">保存</SubmitButton>
      <SavedNote />
    </div>
  );
}
