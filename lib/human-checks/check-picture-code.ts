import 'server-only';
import * as z from 'zod';
import { now } from '../clock';
import { db, type Tx } from '../db';
import { DomainError } from '../errors';
import type { SmsPurpose } from '../generated/prisma/enums';
import { sameHash } from '../secrets';
import { pictureAnswerHash } from './draw-picture-code';

type Answer = { id: string; purpose: SmsPurpose; text: string };

const TRIES = 3;
const counted = z.array(z.object({ answerHash: z.string() }));

/**
 * Compares what was read in a picture, counting the try in the same statement. Does not use it up: what follows may
 * still refuse. @throws DomainError `unproven`, with its words at the field
 */
export async function checkPictureCode({ id, purpose, text }: Answer): Promise<void> {
  if (!text) throw refusal('请看图填写图中的 5 个字符');
  const [picture] = z.uuid().safeParse(id).success ? await countTry(id, purpose) : [];
  if (!picture) throw refusal('这张图片已经失效，请按新的图片填写');
  if (!sameHash(picture.answerHash, pictureAnswerHash({ id, purpose, text }))) throw refusal('图中的字符不对，请按新的图片再填一次');
}

/** Spends a checked picture, inside the transaction that it stands for: once. @throws DomainError `unproven` */
export async function spendPictureCode(tx: Tx, id: string): Promise<void> {
  const { count } = await tx.pictureCode.updateMany({ where: { id, usedAt: null }, data: { usedAt: await now(tx) } });
  if (!count) throw refusal('这张图片已经用过，请按新的图片填写');
}

async function countTry(id: string, purpose: SmsPurpose): Promise<z.infer<typeof counted>> {
  const at = await now();
  return counted.parse(
    await db().$queryRaw`
      UPDATE "PictureCode" SET "tries" = "tries" + 1
      WHERE "id" = ${id}::uuid AND "purpose" = ${purpose}::"SmsPurpose" AND "tries" < ${TRIES} AND "usedAt" IS NULL AND "expiresAt" > ${at}
      RETURNING "answerHash"`,
  );
}

function refusal(message: string): DomainError {
  return new DomainError('unproven', { fieldErrors: { pictureAnswer: message } });
}
