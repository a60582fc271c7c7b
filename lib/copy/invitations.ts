import type { InviteeStatus } from '../invitations/schema';
import type { Tone } from './applications';

export const inviteeStatusLabels: Record<InviteeStatus, { text: string; tone: Tone }> = {
  uninvited: { text: '未邀请', tone: 'plain' },
  waiting: { text: '未激活', tone: 'info' },
  failed: { text: '短信失败', tone: 'bad' },
  activated: { text: '已激活', tone: 'ok' },
};

/** What each list is for. */
export const inviteeStatusTexts: Record<InviteeStatus, string> = {
  uninvited: '还没有发过邀请短信的联络员。',
  waiting: '已经发过邀请短信、还没有设置密码的联络员。可以隔一天再发。',
  failed: '邀请短信没有送到。可以导出后打电话联系；号码更正后再发。',
  activated: '已经设置密码的联络员，不再邀请。',
};
