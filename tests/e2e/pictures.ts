import type { Page } from '@playwright/test';
import type { SmsPurpose } from '../../lib/generated/prisma/enums';
import { pictureAnswerHash } from '../../lib/human-checks/draw-picture-code';
import { expect, serverEnvironment, sql } from './fixtures';

const READ = 'A3K7X';

/**
 * Fills in what the page's picture says. Only eyes can tell, so its characters are replaced in the database by known ones,
 * under the same secret as the server's.
 */
export async function readPicture(page: Page, purpose: SmsPurpose, text = READ): Promise<void> {
  Object.assign(process.env, serverEnvironment(), { LOG_LEVEL: 'silent' });
  const picture = page.getByRole('img', { name: '图片验证码：5 个字母或数字' });
  const loaded = () => picture.evaluate((image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth === 400);
  await expect.poll(loaded).toBe(true);
  const id = await page.locator('input[name="pictureId"]').inputValue();
  const answerHash = pictureAnswerHash({ id, purpose, text: READ });
  const drawn = await sql(`UPDATE "PictureCode" SET "answerHash" = $2 WHERE "id" = $1 RETURNING "purpose"`, [id, answerHash]);
  expect(drawn).toEqual([{ purpose }]);
  await page.getByRole('textbox', { name: '图片验证码' }).fill(text);
}
