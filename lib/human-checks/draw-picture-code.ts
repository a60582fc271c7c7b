import 'server-only';
import { randomInt } from 'node:crypto';
import { type Actor, addressOf } from '../access/actor';
import { now } from '../clock';
import { db } from '../db';
import type { SmsPurpose } from '../generated/prisma/enums';
import { consumeLimits } from '../limits/consume-limits';
import { keyedHash } from '../secrets';
import { paintCharacters } from './paint-characters';
import { CHARACTERS } from './strokes';

const LENGTH = 5;
const MINUTES = 5;

const rulesFor = (address: string) => [{ key: `picture:address:${address}`, max: 100, seconds: 3600 }];

/**
 * 图片验证码 for a form in a browser without JavaScript: a PNG with new characters, which replace those drawn under the
 * same id before. They are good for one SMS of this purpose, for five minutes. `id` is the form's own random uuid.
 * @throws DomainError `limited` after a hundred an hour for one address
 */
export async function drawPictureCode(actor: Actor, { id, purpose }: { id: string; purpose: SmsPurpose }): Promise<Buffer> {
  await consumeLimits(rulesFor(addressOf(actor)));
  const text = Array.from({ length: LENGTH }, () => CHARACTERS[randomInt(CHARACTERS.length)]).join('');
  const drawn = {
    purpose,
    answerHash: pictureAnswerHash({ id, purpose, text }),
    tries: 0,
    usedAt: null,
    expiresAt: new Date((await now()).getTime() + MINUTES * 60_000),
  };
  await db().pictureCode.upsert({ where: { id }, create: { id, ...drawn }, update: drawn });
  return paintCharacters(text);
}

/** The hash under which a picture's characters are kept: bound to the form's id and the purpose. */
export function pictureAnswerHash({ id, purpose, text }: { id: string; purpose: SmsPurpose; text: string }): string {
  return keyedHash('pictureCode', [purpose, id, text].join(':'));
}
