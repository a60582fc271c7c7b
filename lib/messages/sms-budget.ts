import type { LimitRule } from '../limits/consume-limits';

const DAY = 86_400;

/** What may be sent to everybody together in a day. */
export function allSms(dailyBudget: number): LimitRule {
  return { key: 'sms:all', max: dailyBudget, seconds: DAY };
}

/** Of it invitations take half at most: whoever is invited needs a code to come in. */
export function invitationSms(dailyBudget: number): LimitRule {
  return { key: 'sms:invitations', max: Math.floor(dailyBudget / 2), seconds: DAY };
}
