import 'server-only';
import { sendMessage } from '../../messages/send-message';
import type { JobHandler } from '../jobs';

export const handleSendMessage: JobHandler<'sendMessage'> = ({ messageId }, job) =>
  sendMessage(messageId, { isLastTry: job.attempts >= job.max_attempts });
