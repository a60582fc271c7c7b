import 'server-only';
import type * as z from 'zod';
import type { Tx } from '../db';
import type { SmsPurpose } from '../generated/prisma/enums';
import { checkPictureCode, spendPictureCode } from './check-picture-code';
import { type CheckedSolution, checkSolution, spendSolution } from './check-solution';
import type { humanCheckFields } from './schema';

/** What came with the form; where there is a solved challenge, it counts. */
export type HumanCheck = z.infer<z.ZodObject<typeof humanCheckFields>>;

export type CheckedHuman = { by: 'work'; solution: CheckedSolution } | { by: 'picture'; pictureId: string };

/** Proof of work, or a picture that was read where there is no JavaScript. @throws DomainError `unproven` */
export async function checkHuman(purpose: SmsPurpose, { solution, pictureId, pictureAnswer }: HumanCheck): Promise<CheckedHuman> {
  if (solution) return { by: 'work', solution: await checkSolution(purpose, solution) };
  await checkPictureCode({ id: pictureId, purpose, text: pictureAnswer.normalize('NFKC').replace(/\s/g, '').toUpperCase() });
  return { by: 'picture', pictureId };
}

/** Spends the check, inside the transaction that it stands for: once. @throws DomainError `unproven` */
export async function spendHumanCheck(tx: Tx, checked: CheckedHuman): Promise<void> {
  if (checked.by === 'work') await spendSolution(tx, checked.solution);
  else await spendPictureCode(tx, checked.pictureId);
}
