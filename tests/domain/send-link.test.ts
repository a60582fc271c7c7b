import { reapply } from '../../lib/applications/reapply';
import { sendLink } from '../../lib/applications/send-link';
import { shiftClock } from '../../lib/clock';
import { isMailTemplate, isMessageTemplate, mailText, messageText } from '../../lib/copy/messages';
import { db } from '../../lib/db';
import { anApplication } from '../support/applications';
import { withDatabase } from '../support/database';
import { anApplicant, staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

const MINUTE = 60_000;
const limited = expect.objectContaining({ code: 'limited' });
let mailboxes = 0;
const newMailbox = () => `clerk${++mailboxes}@qq.com`;

/** What a message says, to whomever it goes. */
async function sentTo(address: { phone: string } | { email: string }): Promise<string[]> {
  const rows = await db().message.findMany({ where: { ...address, template: 'continueElsewhere' } });
  return rows.map(({ channel, template, parameters }) => {
    const given = Object.fromEntries(Object.entries(parameters ?? {}).map(([name, value]) => [name, String(value)]));
    if (channel === 'sms' && isMessageTemplate(template)) return messageText(template, given);
    return isMailTemplate(template) ? mailText(template, given).text : '';
  });
}

describe('going on with an application on another device', () => {
  it('sends the address of the very step to the own phone, short enough to be typed, and says so in the records', async () => {
    const { applicant, applicationId } = await anApplication('company');
    await sendLink(applicant, { applicationId, step: 'documents' });

    expect(await sentTo({ phone: applicant.phone })).toEqual([expect.stringContaining('http://localhost:3000/apply/documents 用')]);
    expect((await auditOf('application', applicationId)).at(-1)).toBe('application.sendLink');
  });

  it('sends it to a mailbox, with nothing in it that anybody typed and nothing that signs in', async () => {
    const { applicant, applicationId } = await anApplication('company');
    const mailbox = newMailbox();
    await sendLink(applicant, { applicationId, step: 'dues', mailbox });

    const [text = ''] = await sentTo({ email: mailbox });
    expect(text.match(/https?:\S+/g)).toEqual(['http://localhost:3000/apply/dues']);
    const { name } = await db().account.findUniqueOrThrow({ where: { id: applicant.id } });
    expect(text).not.toContain(name);
    expect(await sentTo({ phone: applicant.phone })).toEqual([]);
  });

  it('names the application where the person has several', async () => {
    const { applicant, applicationId } = await anApplication('withdrawn');
    const { applicationId: next } = await reapply(applicant, applicationId);
    const mailbox = newMailbox();
    await sendLink(applicant, { applicationId: next, step: 'company', mailbox });

    expect((await sentTo({ email: mailbox }))[0]).toContain(`/apply/company?application=${next}`);
  });

  it('is for the applicant alone, while the application lives', async () => {
    const { applicant, applicationId } = await anApplication('company');
    const link = { applicationId, step: 'company', mailbox: newMailbox() } as const;
    await expect(sendLink(await anApplicant(), link)).rejects.toMatchObject({ code: 'notFound' });
    await expect(sendLink(await staffWith('reviewer'), link)).rejects.toMatchObject({ code: 'forbidden' });
    const closed = await anApplication('withdrawn');
    await expect(sendLink(closed.applicant, { ...link, applicationId: closed.applicationId })).rejects.toMatchObject({
      code: 'alreadyDecided',
    });
    expect(await sentTo({ email: link.mailbox })).toEqual([]);
    await sendLink(applicant, link);
  });

  it('to a phone counts with the codes: one a minute, whatever the SMS says', async () => {
    const { applicant, applicationId } = await anApplication('company');
    await sendLink(applicant, { applicationId, step: 'company' });
    await expect(sendLink(applicant, { applicationId, step: 'company' })).rejects.toEqual(limited);
    shiftClock(MINUTE + 1000);
    await sendLink(applicant, { applicationId, step: 'company' });
    expect(await sentTo({ phone: applicant.phone })).toHaveLength(2);
  });

  it('cannot fill a stranger’s mailbox: one a minute and five a day, whoever asks and however it is written', async () => {
    const mailbox = newMailbox();
    const askers = await Promise.all(Array.from({ length: 7 }, () => anApplication('registered')));
    const outcomes: string[] = [];
    for (const [turn, { applicant, applicationId }] of askers.entries()) {
      shiftClock(turn * 2 * MINUTE);
      const link = { applicationId, step: 'company', mailbox: turn % 2 ? mailbox.toUpperCase() : mailbox } as const;
      outcomes.push(
        await sendLink(applicant, link).then(
          () => 'sent',
          ({ code }) => code,
        ),
      );
      await expect(sendLink(applicant, link)).rejects.toEqual(limited);
    }
    expect(outcomes).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', 'limited', 'limited']);
  });

  it('cannot be used to write to many: five an hour and ten a day of one account, exactly, at the same moment too', async () => {
    const { applicant, applicationId } = await anApplication('registered');
    const many = await Promise.allSettled(
      Array.from({ length: 8 }, () => sendLink(applicant, { applicationId, step: 'company', mailbox: newMailbox() })),
    );
    expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect((await auditOf('application', applicationId)).filter((action) => action === 'application.sendLink')).toHaveLength(5);
  });
});
