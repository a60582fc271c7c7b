import type { AccountActor } from '../../lib/access/actor';
import { findCertificate } from '../../lib/certificates/queries';
import { shiftClock, today } from '../../lib/clock';
import { getRename } from '../../lib/companies/queries';
import { requestRename } from '../../lib/companies/request-rename';
import { db } from '../../lib/db';
import { listOptions } from '../../lib/dictionaries/queries';
import { chooseWords } from '../../lib/imports/choose-words';
import { commitImport } from '../../lib/imports/commit-import';
import { discardImport } from '../../lib/imports/discard-import';
import { getImport } from '../../lib/imports/queries';
import { restartImport } from '../../lib/imports/restart-import';
import { saveTotals } from '../../lib/imports/save-totals';
import { startCommit } from '../../lib/imports/start-commit';
import { undoImport } from '../../lib/imports/undo-import';
import { inviteLiaison } from '../../lib/invitations/invite-liaisons';
import { changeMemberState } from '../../lib/members/change-member-state';
import { createMember } from '../../lib/members/create-member';
import { getMember } from '../../lib/members/get-member';
import { sampleUscc } from '../../prisma/seed/companies';
import { smallPicture } from '../support/applications';
import { withDatabase } from '../support/database';
import { committed, oldCompany, oldSystem, previewed, withCell } from '../support/imports';
import { staffWith } from '../support/people';
import { runInNewProcess } from '../support/run-in-new-process';
import { auditOf } from '../support/trail';
import { zipOf } from '../support/workbooks';

withDatabase();
jest.setTimeout(120_000);

let staff: AccountActor;
beforeAll(async () => {
  staff = await staffWith('reviewer');
});

afterEach(async () => {
  const left = await db().import.findFirst({ where: { state: { in: ['reading', 'ready'] } } });
  if (left) await discardImport(staff, left.id);
});

const memberOf = (n: number) =>
  db().member.findFirst({
    where: { company: { uscc: sampleUscc(n) } },
    include: {
      levels: true,
      seats: true,
      certificates: true,
      company: {
        include: {
          names: { orderBy: { to: 'asc' } },
          liaisons: { include: { account: true } },
          files: { include: { pages: true } },
          charges: {
            orderBy: { year: 'asc' },
            include: { allocations: { include: { payment: true } }, receipts: { include: { receipt: true } } },
          },
        },
      },
    },
  });

/** How many rows every table has that an import writes to. */
async function counts() {
  const [companies, members, accounts, liaisons, levels, charges, payments, allocations, receipts, certificates, files] = await Promise.all(
    [
      db().company.count(),
      db().member.count(),
      db().account.count(),
      db().liaison.count(),
      db().memberLevel.count(),
      db().charge.count(),
      db().payment.count(),
      db().allocation.count(),
      db().receipt.count(),
      db().certificate.count(),
      db().file.count(),
    ],
  );
  return { companies, members, accounts, liaisons, levels, charges, payments, allocations, receipts, certificates, files };
}

describe('the commit of an import', () => {
  it('makes the company with all its history, an account that is opened by 首次登录, and sends nothing', async () => {
    const uscc = sampleUscc(1);
    const system = {
      ...oldCompany(1, [2023, 2024, 2025]),
      names: [{ uscc, name: '江苏旧名建设有限公司', from: '1998-01-01', to: '2018-05-01' }],
      levels: [
        { uscc, level: '理事单位', from: '2015-06-01', to: '2020-01-01', resolution: '七届二次理事会' },
        { uscc, level: '普通会员', from: '2020-01-01', to: null, resolution: null },
      ],
      seats: [],
    };
    const partly = { ...system, dues: [withCell(system, 'dues', { paid: '2000' }).dues[0] ?? {}, ...system.dues.slice(1)] };
    const scans = await zipOf({
      [`${uscc}.jpg`]: await smallPicture(),
      [`${uscc}-申请表-2.jpg`]: await smallPicture(),
      [`${sampleUscc(999)}.pdf`]: 'x',
      'readme.txt': 'x',
      [`${uscc}-承诺书.pdf`]: 'no pdf',
    });
    const id = await previewed(staff, partly, scans);
    const { findings } = await getImport(staff, id);
    expect(findings?.scans).toEqual({
      taken: 2,
      refused: [
        { name: `${sampleUscc(999)}.pdf`, text: `工作簿里没有信用代码 ${sampleUscc(999)}` },
        { name: 'readme.txt', text: expect.stringContaining('信用代码开头') },
        { name: `${uscc}-承诺书.pdf`, text: expect.any(String) },
      ],
    });
    await committed(staff, id);
    const member = await memberOf(1);
    expect(member).toMatchObject({
      number: '20150001',
      state: 'active',
      incomplete: [],
      levels: [
        { level: 'councilMember', resolution: '七届二次理事会' },
        { level: 'ordinaryMember', to: null },
      ],
      certificates: [{ number: '20150001', revokedAt: null, printed: { name: '江苏前进第1建设有限公司', joinedOn: '2015-06-01' } }],
      company: {
        industry: 'building',
        cityCode: '320100',
        namePinyin: expect.stringContaining('jiang su'),
        nameBigrams: expect.arrayContaining(['前进', '旧名', 'qj', 'jm']),
        names: [{ name: '江苏旧名建设有限公司' }, { name: '江苏前进第1建设有限公司', to: null }],
        liaisons: [{ order: 'first', account: { passwordHash: null, phone: '13900000001' } }],
        charges: [
          {
            year: 2023,
            level: 'ordinaryMember',
            amountFen: 300_000,
            allocations: [{ amountFen: 200_000, payment: { source: 'import', companyId: member?.companyId } }],
          },
          { year: 2024, receipts: [{ receipt: { code: '00010125', number: '2400000001', titleUscc: uscc } }] },
          { year: 2025 },
        ],
      },
    });
    expect(
      member?.company.files.map(({ kind, pages }) => ({ kind, pages: pages.length })).toSorted((a, b) => (a.kind < b.kind ? -1 : 1)),
    ).toEqual([
      { kind: 'applicationForm', pages: 1 },
      { kind: 'businessLicense', pages: 1 },
    ]);
    // Reviewers see them on the member's page, finance may not; the licence of before is none for a new name.
    const { scans: seen, attachments } = await getMember(staff, member?.id ?? '');
    expect([seen.map(({ kind }) => kind).toSorted(), attachments]).toEqual([['applicationForm', 'businessLicense'], []]);
    expect((await getMember(await staffWith('finance'), member?.id ?? '')).scans).toEqual([]);
    const liaison = { ...staff, roles: [], companyIds: [member?.companyId ?? ''] };
    expect(await getRename(liaison, member?.companyId ?? '')).toMatchObject({ files: [] });
    await expect(requestRename(liaison, { companyId: member?.companyId ?? '', name: '江苏新名建设有限公司', uscc })).rejects.toMatchObject({
      details: { fieldErrors: { businessLicense: expect.any(String) } },
    });
    expect(await db().message.count()).toBe(0);
    expect(await auditOf('import', id)).toEqual(['import.upload', 'import.totals', 'import.commit', 'import.committed']);
  });

  it('gives numbers after the workbook’s own, certificates to those who are members still, one account to one phone', async () => {
    const mobile = oldCompany(31).liaisons[0]?.mobile ?? null;
    const id = await previewed(
      staff,
      oldSystem(
        withCell(oldCompany(31), 'companies', { number: '20160007', joinedOn: '2016-02-01', state: '已退会' }),
        withCell(withCell(oldCompany(32), 'companies', { number: '', joinedOn: '2016-03-01' }), 'liaisons', { mobile }),
        // Goes back to be mended, and comes with its own number afterwards.
        withCell(oldCompany(33), 'companies', { number: '20160011', joinedOn: '2016-03-01', name: '坏' }),
      ),
    );
    await committed(staff, id);
    const [withdrawn, numbered] = [await memberOf(31), await memberOf(32)];
    expect(withdrawn?.certificates).toEqual([]);
    const certificate = () => findCertificate(staff, withdrawn?.companyId ?? '');
    expect(await certificate()).toBeNull();
    await changeMemberState(staff, {
      memberId: withdrawn?.id ?? '',
      event: 'reinstate',
      reason: '重新入会',
      on: await today(),
      cancelDues: false,
    });
    expect(await certificate()).toMatchObject({ memberNumber: '20160007' });
    expect(numbered).toMatchObject({ number: '20160012', incomplete: expect.arrayContaining(['number', 'sharedPhone']) });
    expect(numbered?.company.liaisons[0]?.accountId).toBe(withdrawn?.company.liaisons[0]?.accountId);
    const company = await db()
      .company.findFirstOrThrow({ where: { member: null } })
      .catch(() => null);
    expect(company).toBeNull();
  });

  it('leaves out a liaison without a phone, and makes no account of nobody', async () => {
    const system = oldCompany(36);
    const second = { ...system.liaisons[0], order: '第二联络员', name: '李卫东', mobile: '' };
    await committed(
      staff,
      await previewed(staff, { ...withCell(system, 'companies', { joinedOn: '2015年' }), liaisons: [...system.liaisons, second] }),
    );
    const member = await memberOf(36);
    expect(member).toMatchObject({ incomplete: ['joinedOn', 'liaison'], company: { liaisons: [{ order: 'first', name: '张建国' }] } });
    expect(member?.joinedOn).toEqual(new Date('2015-01-01'));
    expect(await db().account.count({ where: { phone: '' } })).toBe(0);
  });

  it('waits until every new word is decided on, and adds those that are new', async () => {
    const id = await previewed(staff, withCell(oldCompany(41), 'companies', { industry: '海洋工程', companyType: '私企' }));
    await saveTotals(staff, { importId: id, typed: {} });
    await expect(startCommit(staff, { importId: id, reason: '测试' })).rejects.toMatchObject({
      details: { text: expect.stringContaining('还有 2 个系统里没有的选项') },
    });
    await expect(chooseWords(staff, { importId: id, chosen: ['new'] })).rejects.toMatchObject({
      details: { fieldErrors: { 'words.1': expect.any(String) } },
    });
    const { words } = await getImport(staff, id);
    await chooseWords(staff, { importId: id, chosen: words.map(({ kind }) => (kind === 'industry' ? 'new' : 'private')) });
    await committed(staff, id);
    const member = await memberOf(41);
    expect(member?.company.companyType).toBe('private');
    expect(await db().dictionaryEntry.findFirst({ where: { kind: 'industry', code: member?.company.industry } })).toMatchObject({
      label: '海洋工程',
    });
  });

  it('asks why where the totals of the old system differ from what the system will hold, counting what goes back', async () => {
    const id = await previewed(staff, oldSystem(oldCompany(51, [2021]), withCell(oldCompany(52, [2021]), 'companies', { name: '坏' })));
    await expect(startCommit(staff, { importId: id, reason: '' })).rejects.toMatchObject({
      details: { text: expect.stringContaining('旧系统的合计') },
    });
    await expect(saveTotals(staff, { importId: id, typed: { 'dues.2021': '三千' } })).rejects.toMatchObject({
      details: { fieldErrors: { 'dues.2021': expect.any(String) } },
    });
    const present = (await getImport(staff, id)).lines;
    const typed = Object.fromEntries(
      present.map(({ key, isMoney, present: here, coming, refused }) => [key, String((here + coming + refused) / (isMoney ? 100 : 1))]),
    );
    // A year's dues of all members are more than any one payment may be.
    await saveTotals(staff, { importId: id, typed: { 'dues.2021': '36,000,000.00' } });
    const ofAll = (await getImport(staff, id)).lines;
    expect(ofAll.find(({ key }) => key === 'dues.2021')).toMatchObject({ typed: 3_600_000_000 });
    expect(ofAll.find(({ key }) => key === 'receipts.2021')).toMatchObject({ typed: null });
    await saveTotals(staff, { importId: id, typed: { ...typed, 'dues.2021': '9,000.00' } });
    const line = (await getImport(staff, id)).lines.find(({ key }) => key === 'dues.2021');
    expect(line).toMatchObject({ coming: 300_000, refused: 300_000, typed: 900_000, difference: 300_000 });
    await expect(startCommit(staff, { importId: id, reason: '' })).rejects.toMatchObject({
      details: { fieldErrors: { reason: expect.any(String) } },
    });
    await saveTotals(staff, { importId: id, typed });
    await startCommit(staff, { importId: id, reason: '' });
    await commitImport({ importId: id, run: 2 });
    expect((await getImport(staff, id)).state).toBe('committed');
  });

  it('imports nothing when the system changed since the preview, and says so', async () => {
    const id = await previewed(staff, oldSystem(oldCompany(61), oldCompany(62)));
    const { id: companyId } = await db().company.create({
      data: { ...(await db().company.findFirstOrThrow({ omit: { id: true, importId: true, createdAt: true } })), uscc: sampleUscc(62) },
    });
    await createMember(db(), { companyId, joinedOn: '2026-01-01', level: 'ordinaryMember', reason: '入会' });
    await committed(staff, id);
    expect(await getImport(staff, id)).toMatchObject({ state: 'ready', failure: expect.stringContaining('重新检查') });
    expect(await memberOf(61)).toBeNull();
    await restartImport(staff, id);
    await (await import('../../lib/imports/preview-import')).previewImport({ importId: id, run: 3 });
    expect((await getImport(staff, id)).findings?.counts).toMatchObject({ good: 1, known: 1 });
    await committed(staff, id);
    expect(await memberOf(61)).not.toBeNull();
  });
});

describe('killed in the middle of the commit', () => {
  it('leaves nothing half imported; started again, everything comes in once', async () => {
    const years = [2022, 2023, 2024, 2025];
    const id = await previewed(staff, oldSystem(...Array.from({ length: 1200 }, (_, n) => oldCompany(1000 + n, years))));
    await saveTotals(staff, { importId: id, typed: {} });
    await startCommit(staff, { importId: id, reason: '测试' });
    const before = await counts();
    await expect(runInNewProcess('commit-and-die.ts', id)).rejects.toMatchObject({ signal: 'SIGKILL' });
    const { percent, state } = await db().import.findUniqueOrThrow({ where: { id } });
    expect({ state, begun: percent > 0 }).toEqual({ state: 'committing', begun: true });
    expect(await counts()).toEqual(before);
    await restartImport(staff, id);
    await commitImport({ importId: id, run: 3 });
    expect(await counts()).toMatchObject({
      companies: before.companies + 1200,
      charges: before.charges + 4800,
      receipts: before.receipts + 4800,
    });
  });
});

describe('undoing an import', () => {
  const done = async (n: number) => {
    const id = await previewed(
      staff,
      oldSystem(oldCompany(n), oldCompany(n + 1)),
      await zipOf({ [`${sampleUscc(n)}.jpg`]: await smallPicture() }),
    );
    await committed(staff, id);
    return id;
  };
  const undo = (importId: string) => undoImport(staff, { importId, reason: '导错了文件' });

  it('takes everything back while nothing depends on it, and the workbook may come again', async () => {
    const before = await counts();
    const id = await done(3001);
    expect((await counts()).companies).toBe(before.companies + 2);
    await undo(id);
    expect(await counts()).toEqual(before);
    await undo(await done(3001));
    expect(await counts()).toEqual(before);
  });

  it('takes back what came in also where this machine’s clock is behind the database’s', async () => {
    const before = await counts();
    shiftClock(-5000);
    const id = await done(3021);
    shiftClock(0);
    await undo(id);
    expect(await counts()).toEqual(before);
  });

  it('takes the words that it added out of the dropdowns, unless another company has one; added again they are back', async () => {
    const withWords = async (n: number) => {
      const words = { industry: '海上风电', affiliation: '港澳企业' };
      const id = await previewed(staff, withCell(oldCompany(n), 'companies', words));
      const { findings } = await getImport(staff, id);
      if (findings?.words.length) await chooseWords(staff, { importId: id, chosen: findings.words.map(() => 'new') });
      await committed(staff, id);
      return id;
    };
    const offered = async () =>
      [...(await listOptions('industry')), ...(await listOptions('affiliation'))]
        .map(({ label }) => label)
        .filter((label) => ['海上风电', '港澳企业'].includes(label));
    const first = await withWords(3051);
    expect(await offered()).toEqual(['海上风电', '港澳企业']);
    await undo(first);
    expect(await offered()).toEqual([]);
    const again = await withWords(3051);
    expect(await offered()).toEqual(['海上风电', '港澳企业']);
    const other = await withWords(3052);
    await db().company.update({ where: { uscc: sampleUscc(3052) }, data: { affiliation: '' } });
    await undo(again);
    expect(await offered()).toEqual(['海上风电']);
    await undo(other);
  });

  it.each<[string, (companyId: string, importId: string) => Promise<unknown>, string]>([
    [
      'a liaison has set a password',
      (_, importId) => db().account.updateMany({ where: { importId }, data: { passwordHash: 'x' } }),
      '2 位联络员已经登录过',
    ],
    [
      'somebody was invited',
      async (_, importId) => {
        const { id: accountId } = await db().account.findFirstOrThrow({ where: { importId } });
        await inviteLiaison(staff, accountId);
      },
      '1 位联络员已经收到邀请短信',
    ],
    ['the company has been edited', (id) => db().company.update({ where: { id }, data: { version: 2 } }), '1 家单位的信息已经改过'],
    [
      'dues were raised',
      (companyId) =>
        db().charge.create({ data: { companyId, year: 2026, level: 'ordinaryMember', amountFen: 300_000, dueOn: new Date('2026-06-30') } }),
      '1 笔会费是导入之后的',
    ],
    [
      'a certificate was reissued',
      (companyId) =>
        db().certificate.updateMany({ where: { member: { companyId } }, data: { revokedAt: new Date(), revokedReason: '级别变更' } }),
      '1 张会员证已经换发',
    ],
  ])('is refused once %s, and says so', async (_, happens, words) => {
    const n = 4001 + (await db().company.count());
    const id = await done(n);
    const { id: companyId } = await db().company.findUniqueOrThrow({ where: { uscc: sampleUscc(n) } });
    await happens(companyId, id);
    await expect(undo(id)).rejects.toMatchObject({ details: { text: expect.stringContaining(words) } });
    expect((await getImport(staff, id)).obstacles.join()).toContain(words);
    expect(await db().company.count({ where: { importId: id } })).toBe(2);
  });

  it('keeps an account that another company’s liaison has meanwhile', async () => {
    const id = await done(3101);
    const mobile = oldCompany(3101).liaisons[0]?.mobile ?? null;
    const other = await previewed(staff, withCell(oldCompany(3111), 'liaisons', { mobile }));
    await committed(staff, other);
    await undo(id);
    expect(await db().account.count({ where: { phone: String(mobile) } })).toBe(1);
    expect(await memberOf(3111)).not.toBeNull();
  });

  it('needs its reason, happens once, and is not the overseer’s', async () => {
    const id = await done(3201);
    await expect(undoImport(staff, { importId: id, reason: '' })).rejects.toMatchObject({
      details: { fieldErrors: { reason: expect.any(String) } },
    });
    await expect(undoImport(await staffWith('overseer'), { importId: id, reason: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
    await undo(id);
    await expect(undo(id)).rejects.toMatchObject({ code: 'alreadyDecided' });
    expect((await auditOf('import', id)).at(-1)).toBe('import.undo');
  });
});
