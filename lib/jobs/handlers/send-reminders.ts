import 'server-only';
import { sendDueReminders } from '../../reminders/send-reminders';
import type { JobHandler } from '../jobs';

export const handleSendReminders: JobHandler<'sendReminders'> = async () => {
  await sendDueReminders({ kind: 'system', name: '催交任务' });
};
