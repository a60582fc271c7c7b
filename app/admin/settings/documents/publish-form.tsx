'use client';

import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import type { Day } from '@/lib/days';
import { DOCUMENT_LENGTH, publishSchema } from '@/lib/documents/schema';
import { publishDocumentAction } from './actions';

const labels = { title: '标题', summary: '变更说明', body: '正文', validFrom: '施行日期' };

type PublishFormProps = { kind: 'charter' | 'privacy'; base: number; title: string; body: string; today: Day };

/** A new version, begun from the latest one. */
export function PublishForm({ kind, base, title, body, today }: PublishFormProps) {
  const hidden = { kind, base: String(base) };
  return (
    <Form
      action={publishDocumentAction}
      schema={publishSchema}
      values={{ ...hidden, title, body, validFrom: today }}
      labels={labels}
      hidden={hidden}
    >
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
        <TextField name="title" label={labels.title} required />
        <TextField name="validFrom" label={labels.validFrom} hint="从这一天 0 点起" type="date" numeric required />
      </div>
      <TextArea name="summary" label={labels.summary} hint="这一版改了什么，请用一两句话说明" limit={500} required />
      <TextArea name="body" label={labels.body} hint="“## ”开头的一行是标题，其余每行一段" limit={DOCUMENT_LENGTH} tall required />
      <div>
        <SubmitButton waiting="正在发布…">发布第 {base + 1} 版</SubmitButton>
      </div>
    </Form>
  );
}
