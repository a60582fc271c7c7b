import * as z from 'zod';
import { Form } from '../../components/form/form';
import { SubmitButton } from '../../components/form/submit-button';
import { TextField } from '../../components/form/text-field';
import type { FormAction, FormValues } from '../../lib/actions/action-state';
import { mobile, personName } from '../../lib/fields';

const schema = z.object({ name: personName, phone: mobile, password: z.string().min(1, '请填写密码') });
const labels = { name: '姓名', phone: '手机号', password: '密码' };

type ContactFormProps = { action: FormAction; values?: FormValues; hidden?: Record<string, string> };

/** A small form of three fields, one of them secret. */
export function ContactForm({ action, values = {}, hidden }: ContactFormProps) {
  return (
    <Form action={action} schema={schema} values={values} labels={labels} hidden={hidden}>
      <TextField name="name" label={labels.name} required />
      <TextField name="phone" label={labels.phone} required />
      <TextField name="password" label={labels.password} type="password" required />
      <SubmitButton>保存</SubmitButton>
    </Form>
  );
}
