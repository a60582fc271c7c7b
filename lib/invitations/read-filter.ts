import { Level } from '../generated/prisma/enums';
import { type InviteeFilter, inviteeStatuses } from './schema';

/** The filter that an address means; what it does not know is left out. */
export function readInviteeFilter(query: Record<string, string | undefined>): InviteeFilter {
  const { status, province = '', level, search = '' } = query;
  return {
    status: inviteeStatuses.find((each) => each === status) ?? 'uninvited',
    province: /^\d{6}$/.test(province) ? province : '',
    level: Object.values(Level).find((each) => each === level) ?? null,
    search: search.slice(0, 100),
  };
}
