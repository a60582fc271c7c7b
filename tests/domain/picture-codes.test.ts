import sharp from 'sharp';
import { sendSmsCode } from '../../lib/accounts/send-sms-code';
import { shiftClock } from '../../lib/clock';
import { db } from '../../lib/db';
import { drawPictureCode } from '../../lib/human-checks/draw-picture-code';
import * as painting from '../../lib/human-checks/paint-characters';
import { CHARACTERS } from '../../lib/human-checks/strokes';
import { sweepLimits } from '../../lib/limits/sweep-limits';
import { changeSetting } from '../../lib/settings/change-setting';
import { forgetSettings } from '../../lib/settings/get-setting';
import { withDatabase } from '../support/database';
import { easyCheck, readPicture } from '../support/human-checks';
import { aVisitor, newPhone, staffWith } from '../support/people';

jest.mock('../../lib/human-checks/paint-characters', () => {
  const actual = jest.requireActual('../../lib/human-checks/paint-characters');
  return { ...actual, paintCharacters: jest.fn(actual.paintCharacters) };
});

withDatabase();

const MINUTE = 60_000;
type Check = Awaited<ReturnType<typeof readPicture>>;
const send = (check: Check, phone = newPhone(), actor = aVisitor()) => sendSmsCode(actor, { phone, purpose: 'register', check });
const sentTo = (phone: string) => db().message.count({ where: { phone } });
const refused = (words: RegExp) => ({ code: 'unproven', details: { fieldErrors: { pictureAnswer: expect.stringMatching(words) } } });
const wrong = refused(/图中的字符不对/);
const gone = refused(/这张图片已经失效/);

describe('图片验证码', () => {
  it('shows five characters, none of which looks like another, and takes what it shows', async () => {
    const id = crypto.randomUUID();
    const png = await drawPictureCode(aVisitor(), { id, purpose: 'register' });

    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 400, height: 128 });
    const shown = jest.mocked(painting.paintCharacters).mock.lastCall?.[0] ?? '';
    expect([...shown].every((character) => CHARACTERS.includes(character))).toBe(true);
    expect(CHARACTERS.join('')).not.toMatch(/[01258BDFGIJLOQSUVZ]/);
    const phone = newPhone();
    await send({ solution: '', pictureId: id, pictureAnswer: ` ${shown.toLowerCase().split('').join(' ')}　` }, phone);
    expect(await sentTo(phone)).toBe(1);
  });

  it('keeps its characters nowhere in clear', async () => {
    const id = crypto.randomUUID();
    await drawPictureCode(aVisitor(), { id, purpose: 'register' });
    const shown = jest.mocked(painting.paintCharacters).mock.lastCall?.[0] ?? 'none';
    const [row] = await db().pictureCode.findMany({ where: { id } });
    expect(row?.answerHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(row)).not.toContain(shown);
  });

  it('is drawn differently each time, also the same characters', async () => {
    const pictures = await Promise.all([1, 2, 3].map(() => painting.paintCharacters('A3K7X')));
    expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(3);
  });

  it('counts once', async () => {
    const check = await readPicture(aVisitor(), 'register');
    await send(check);
    await expect(send(check)).rejects.toMatchObject(gone);
  });

  it('counts once, also when it is sent many times at the same moment', async () => {
    const check = await readPicture(aVisitor(), 'register');
    const phones = [newPhone(), newPhone(), newPhone()];
    const results = await Promise.allSettled(phones.map((phone) => send(check, phone)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db().message.count({ where: { phone: { in: phones } } })).toBe(1);
  });

  it('allows three tries: after three wrong ones the right one comes too late', async () => {
    const check = await readPicture(aVisitor(), 'register');
    for (let n = 0; n < 3; n++) await expect(send({ ...check, pictureAnswer: 'WWWWW' })).rejects.toMatchObject(wrong);
    await expect(send(check)).rejects.toMatchObject(gone);
  });

  it('allows exactly three even when twenty are sent at the same moment', async () => {
    const check = { ...(await readPicture(aVisitor(), 'register')), pictureAnswer: 'WWWWW' };
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => send(check)));
    const said = results.map((result) => (result.status === 'rejected' ? result.reason.details.fieldErrors.pictureAnswer : ''));
    expect(said.filter((words) => /图中的字符不对/.test(words))).toHaveLength(3);
    expect(said.filter((words) => /已经失效/.test(words))).toHaveLength(17);
  });

  it('is good for five minutes', async () => {
    const [early, late] = [await readPicture(aVisitor(), 'register'), await readPicture(aVisitor(), 'register')];
    shiftClock(5 * MINUTE - 5000);
    await send(early);
    shiftClock(5 * MINUTE + 1000);
    await expect(send(late)).rejects.toMatchObject(gone);
  });

  it('is good for the purpose and the form that it was drawn for', async () => {
    await expect(send(await readPicture(aVisitor(), 'resetPassword'))).rejects.toMatchObject(gone);
    const [mine, other] = [await readPicture(aVisitor(), 'register'), crypto.randomUUID()];
    await drawPictureCode(aVisitor(), { id: other, purpose: 'register' });
    await expect(send({ ...mine, pictureId: other })).rejects.toMatchObject(wrong);
    for (const pictureId of ['', 'none', crypto.randomUUID()]) await expect(send({ ...mine, pictureId })).rejects.toMatchObject(gone);
  });

  it('is replaced by the next one under the same id', async () => {
    const check = await readPicture(aVisitor(), 'register');
    await drawPictureCode(aVisitor(), { id: check.pictureId, purpose: 'register' });
    await expect(send(check)).rejects.toMatchObject(wrong);
  });

  it('asks to be read where nothing was filled in, without counting that as a try', async () => {
    const check = await readPicture(aVisitor(), 'register');
    for (let n = 0; n < 4; n++) await expect(send({ ...check, pictureAnswer: '' })).rejects.toMatchObject(refused(/请看图填写/));
    await send(check);
  });

  it('is still good when a limit refused the SMS', async () => {
    const [phone, visitor] = [newPhone(), aVisitor()];
    await send(await easyCheck('register'), phone, visitor);
    const check = await readPicture(visitor, 'register');
    await expect(send(check, phone, visitor)).rejects.toMatchObject({ code: 'limited' });
    await send(check, newPhone(), visitor);
  });

  it('is swept a day after its end', async () => {
    await readPicture(aVisitor(), 'register');
    shiftClock(25 * 60 * MINUTE);
    await sweepLimits();
    expect(await db().pictureCode.count()).toBe(0);
  });
});

describe('the limits of SMS through pictures', () => {
  it('allow five an hour to an address, where work would allow twenty', async () => {
    const visitor = aVisitor();
    for (let n = 0; n < 5; n++) await send(await readPicture(visitor, 'register'), newPhone(), visitor);
    const phone = newPhone();
    await expect(send(await readPicture(visitor, 'register'), phone, visitor)).rejects.toMatchObject({ code: 'limited' });
    await send(await easyCheck('register'), phone, visitor);
    expect(await sentTo(phone)).toBe(1);
  });

  it('allow three an hour to a phone', async () => {
    const phone = newPhone();
    for (let n = 0; n < 3; n++) {
      shiftClock(n * 2 * MINUTE);
      await send(await readPicture(aVisitor(), 'register'), phone);
    }
    shiftClock(6 * MINUTE);
    await expect(send(await readPicture(aVisitor(), 'register'), phone)).rejects.toMatchObject({ code: 'limited' });
    await send(await easyCheck('register'), phone);
  });

  it("leave nine tenths of the day's budget to others", async () => {
    await db().limit.deleteMany();
    await changeSetting(await staffWith('admin'), 'sms', { dailyBudget: 20 });
    try {
      for (let n = 0; n < 2; n++) await send(await readPicture(aVisitor(), 'register'));
      await expect(send(await readPicture(aVisitor(), 'register'))).rejects.toMatchObject({ code: 'limited' });
      await send(await easyCheck('register'));
    } finally {
      await db().setting.deleteMany();
      forgetSettings();
    }
  });

  it('allow a hundred pictures an hour to an address', async () => {
    const visitor = aVisitor();
    const draw = () => drawPictureCode(visitor, { id: crypto.randomUUID(), purpose: 'register' });
    await draw();
    await db().limit.updateMany({ where: { key: `picture:address:${visitor.address}` }, data: { count: 100 } });
    await expect(draw()).rejects.toMatchObject({ code: 'limited' });
  });
});
