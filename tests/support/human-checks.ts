import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/scrypt';
import type { Actor } from '../../lib/access/actor';
import { type SentCode, sendSmsCode } from '../../lib/accounts/send-sms-code';
import { now } from '../../lib/clock';
import { db } from '../../lib/db';
import type { SmsPurpose } from '../../lib/generated/prisma/enums';
import type { HumanCheck } from '../../lib/human-checks/check-human';
import { drawPictureCode, pictureAnswerHash } from '../../lib/human-checks/draw-picture-code';
import { issueChallenge, makeChallenge } from '../../lib/human-checks/issue-challenge';

/** The answer to a challenge, computed as a browser does. */
export async function solve(challenge: Challenge): Promise<HumanCheck> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return { solution: JSON.stringify({ challenge, solution }), pictureId: '', pictureAnswer: '' };
}

/** A challenge as anybody gets it, solved: up to 128 keys of work. */
export async function solvedCheck(purpose: SmsPurpose): Promise<HumanCheck> {
  return solve(await issueChallenge(purpose));
}

/** One that the first key solves: for stories that begin after it. Only who holds the server's secret can make it. */
export async function easyCheck(purpose: SmsPurpose, minutes = 10): Promise<HumanCheck> {
  const expiresAt = new Date((await now()).getTime() + minutes * 60_000);
  return solve(await makeChallenge({ purpose, expiresAt, keys: 0 }));
}

const READ = 'A3K7X';

/** A picture that was drawn for `actor`; its characters, which only eyes could tell, are replaced by known ones. */
export async function readPicture(actor: Actor, purpose: SmsPurpose, id: string = crypto.randomUUID()): Promise<HumanCheck> {
  await drawPictureCode(actor, { id, purpose });
  await db().pictureCode.update({ where: { id }, data: { answerHash: pictureAnswerHash({ id, purpose, text: READ }) } });
  return { solution: '', pictureId: id, pictureAnswer: READ };
}

/** Has a code sent by somebody whose browser did its work. */
export async function sendCode(actor: Actor, { phone, purpose }: { phone: string; purpose: SmsPurpose }): Promise<SentCode> {
  return sendSmsCode(actor, { phone, purpose, check: await easyCheck(purpose) });
}
