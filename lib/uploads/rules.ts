import { type RefusalReason, refusalTexts } from '../copy/uploads';
import { DomainError } from '../errors';

/** A page's picture, A4 at about 150 dots an inch: small print stays readable when zoomed. */
export const LONGEST_SIDE = 1754;

export type PageImage = { width: number; height: number; body: Buffer };

/** A file that is not taken, with the words that say why and what to do. */
export function uploadRefusal(reason: RefusalReason): DomainError {
  return new DomainError('upload', { reason, text: refusalTexts[reason] });
}
