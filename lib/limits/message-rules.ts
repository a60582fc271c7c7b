import type { LimitRule } from './consume-limits';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** What the SMS operators themselves allow a number (facts 7), and our own for an address and for a day; whatever the SMS says. */
export function smsRules(phone: string, address: string, dailyBudget: number): LimitRule[] {
  return [
    { key: `sms:phone:${phone}`, max: 1, seconds: MINUTE },
    { key: `sms:phone:${phone}`, max: 5, seconds: HOUR },
    { key: `sms:phone:${phone}`, max: 10, seconds: DAY },
    { key: `sms:address:${address}`, max: 20, seconds: HOUR },
    { key: `sms:address:${address}`, max: 100, seconds: DAY },
    allSms(dailyBudget),
  ];
}

/** What may be sent to everybody together in a day. */
export function allSms(dailyBudget: number): LimitRule {
  return { key: 'sms:all', max: dailyBudget, seconds: DAY };
}

/** Of it invitations take half at most: whoever is invited needs a code to come in. */
export function invitationSms(dailyBudget: number): LimitRule {
  return { key: 'sms:invitations', max: Math.floor(dailyBudget / 2), seconds: DAY };
}

/** For e-mails to a mailbox that somebody typed: it may be a stranger's, whoever asks and however many ask. */
export function typedMailboxRules(mailbox: string, accountId: string): LimitRule[] {
  const to = mailbox.toLowerCase();
  return [
    { key: `mail:account:${accountId}`, max: 5, seconds: HOUR },
    { key: `mail:account:${accountId}`, max: 10, seconds: DAY },
    { key: `mail:mailbox:${to}`, max: 1, seconds: MINUTE },
    { key: `mail:mailbox:${to}`, max: 5, seconds: DAY },
    { key: 'mail:typed', max: 1000, seconds: DAY },
  ];
}
