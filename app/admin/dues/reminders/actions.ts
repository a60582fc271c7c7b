'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { sendStageSchema } from '@/lib/reminders/schema';
import { sendRemindersNow } from '@/lib/reminders/send-reminders';
import { changeSetting } from '@/lib/settings/change-setting';
import { settingSchemas } from '@/lib/settings/settings';

const PATH = '/admin/dues/reminders';

export const pauseRemindersAction = defineAction(settingSchemas.remindersPaused, async ({ actor, input }) => {
  await changeSetting(actor, 'remindersPaused', input);
  revalidatePath(PATH);
});

export const changeRemindersAction = defineAction(settingSchemas.reminders, async ({ actor, input }) => {
  await changeSetting(actor, 'reminders', input);
  revalidatePath(PATH);
});

export const sendRemindersAction = defineAction(sendStageSchema, async ({ actor, input }) => {
  const sent = await sendRemindersNow(actor, input);
  revalidatePath(PATH);
  return { data: { done: `已交给短信和邮件服务 ${sent} 家，送达情况见“发送记录”` } };
});
