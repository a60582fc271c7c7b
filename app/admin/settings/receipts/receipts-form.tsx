'use client';

import { useFieldArray } from 'react-hook-form';
import { Form } from '@/components/form/form';
import { SavedNote } from '@/components/form/saved-note';
import { SelectField } from '@/components/form/select-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { FormValues } from '@/lib/actions/action-state';
import { exportContentLabels } from '@/lib/copy/receipts';
import { exportContents } from '@/lib/receipts/export-columns';
import { settingSchemas } from '@/lib/settings/settings';
import { changeReceiptsAction } from '../actions';

const labels = { item: '项目', columns: '列', heading: '列标题', content: '填写', fixed: '固定内容' };
const options = exportContents.map((code) => ({ code, label: exportContentLabels[code] }));

export function ReceiptsForm({ values }: { values: FormValues }) {
  return (
    <Form action={changeReceiptsAction} schema={settingSchemas.receipts} values={values} labels={labels}>
      <Panel title="票据项目">
        <TextField name="item" label={labels.item} hint="{年度} 换成交费年度" required />
      </Panel>
      <Panel title="导出的列" hint="从左到右">
        <Columns />
      </Panel>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton waiting="正在保存…">保存</SubmitButton>
        <SavedNote />
      </div>
    </Form>
  );
}

function Columns() {
  const { fields, append, remove, swap } = useFieldArray({ name: 'columns' });
  return (
    <div className="flex flex-col gap-4">
      {fields.map(({ id }, row) => (
        <div key={id} className="grid items-start gap-4 md:grid-cols-[1.2fr_1fr_1fr_auto]">
          <TextField name={`columns.${row}.heading`} label={labels.heading} required />
          <SelectField name={`columns.${row}.content`} label={labels.content} options={options} required />
          <TextField name={`columns.${row}.fixed`} label={labels.fixed} hint="选固定内容时" />
          <div className="flex gap-1 md:mt-8">
            <Button look="quiet" size="small" disabled={row === 0} onClick={() => swap(row, row - 1)} aria-label={`第 ${row + 1} 列左移`}>
              左移
            </Button>
            <Button look="quiet" size="small" onClick={() => remove(row)} aria-label={`移除第 ${row + 1} 列`}>
              移除
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button look="secondary" size="small" onClick={() => append({ heading: '', content: '', fixed: '' })}>
          ＋ 新增一列
        </Button>
      </div>
    </div>
  );
}
