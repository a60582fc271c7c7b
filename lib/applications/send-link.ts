import 'server-only';
import { randomUUID } from 'node:crypto';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import type { Tx } from '../db';
import { env } from '../env';
import { DomainError } from '../errors';
import { countUses } from '../limits/consume-limits';
import { smsRules, typedMailboxRules } from '../limits/message-rules';
import { queueMessage } from '../messages/queue-message';
import { sendsMail } from '../providers/mail/mail';
import { sendsSms } from '../providers/sms/sms';
import { getSetting } from '../settings/get-setting';
import { transaction } from '../transaction';
import { loadApplication } from './load-application';
import { TERMINAL } from './states';
import { pathOf, type StepId } from './steps';

type SendLink = {
  applicationId: string;
  step: StepId;
  /** To this one; else to the account's own phone. */
  mailbox?: string;
};

/**
 * 换一台设备继续: sends the address of a step to the applicant's phone or to a mailbox. It is an address and no more: who
 * opens it signs in. Its words hold nothing that anybody typed. Limits and message count together or not at all.
 * @throws DomainError `notFound`, `alreadyDecided`, `limited`
 */
export async function sendLink(actor: AccountActor, { applicationId, step, mailbox }: SendLink): Promise<void> {
  const { dailyBudget } = await getSetting('sms');
  await transaction(async (tx) => {
    const application = await loadApplication(tx, applicationId);
    authorize(actor, 'application.edit', application);
    if (TERMINAL.includes(application.state)) throw new DomainError('alreadyDecided');
    if (!(mailbox ? sendsMail() : sendsSms('continueElsewhere'))) throw new DomainError('notFound');
    await countUses(tx, mailbox ? typedMailboxRules(mailbox, actor.id) : smsRules(actor.phone, actor.address, dailyBudget));
    const to = mailbox ? ({ channel: 'email', email: mailbox } as const) : ({ channel: 'sms', phone: actor.phone } as const);
    const parameters = { link: await linkTo(tx, actor, applicationId, step) };
    await queueMessage(tx, { template: 'continueElsewhere', ...to, parameters, dedupeKey: `link:${randomUUID()}` });
    await recordAudit(tx, actor, {
      action: 'application.sendLink',
      record: 'application',
      recordId: applicationId,
      data: { channel: to.channel, step },
    });
  });
}

// Short enough to be typed from a phone into a computer; which application is said only where there are several.
async function linkTo(tx: Tx, { id }: AccountActor, applicationId: string, step: StepId): Promise<string> {
  const count = await tx.application.count({ where: { registrantId: id } });
  return `${new URL(env().SITE_URL).origin}${pathOf(step)}${count > 1 ? `?application=${applicationId}` : ''}`;
}
