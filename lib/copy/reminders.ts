import type { MessageState } from '../generated/prisma/enums';
import type { Tone } from './applications';

/** 到期前 30 天 */
export function stageLabel(stage: number): string {
  if (stage === 0) return '到期当天';
  return stage < 0 ? `到期前 ${-stage} 天` : `到期后 ${stage} 天`;
}

export const messageStateLabels: Record<MessageState, { text: string; tone: Tone }> = {
  waiting: { text: '待发', tone: 'info' },
  sent: { text: '已发', tone: 'ok' },
  failed: { text: '失败', tone: 'bad' },
  dropped: { text: '未发', tone: 'plain' },
};
