import { today } from '../../lib/clock';
import { correctCompany } from '../../lib/companies/correct-company';
import { correctCompanySchema } from '../../lib/companies/staff-schema';
import { addSeat } from '../../lib/council/add-seat';
import { db } from '../../lib/db';
import { waiveDues } from '../../lib/dues/decide-charge';
import { addNote } from '../../lib/members/add-note';
import { changeLevel } from '../../lib/members/change-level';
import { changeMemberState } from '../../lib/members/change-member-state';
import { getMember } from '../../lib/members/get-member';
import { removeNote } from '../../lib/members/remove-note';
import { listTimeline } from '../../lib/members/timeline';
import { readFile } from '../../lib/uploads/read-file';
import { removeFile } from '../../lib/uploads/remove-file';
import { storeUpload } from '../../lib/uploads/store-upload';
import { smallPicture } from '../support/applications';
import { aMember } from '../support/companies';
import { rawPdf } from '../support/corpus';
import { withDatabase } from '../support/database';
import { anOldMember } from '../support/members';
import { anApplicant, staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

describe("a member's page", () => {
  it('shows the member by its own id or its company’s, with the file of everything that belongs to it', async () => {
    const { companyId, answers } = await aMember();
    const { id } = await db().member.findUniqueOrThrow({ where: { companyId } });
    const overseer = await staffWith('overseer');
    const member = await getMember(overseer, id);
    expect(member).toMatchObject({
      id,
      state: 'active',
      level: 'ordinaryMember',
      standing: { status: 'settled', year: null },
      words: { name: answers.name, industry: '房屋建筑', provinceCode: '北京市', qualifications: expect.stringContaining('建筑工程') },
    });
    expect(member.liaisons).toMatchObject([{ order: 'first', name: '张建国', to: null }]);
    expect(member.dues).toMatchObject([{ status: 'paid', topUp: false }]);
    expect(await getMember(overseer, companyId)).toMatchObject({ id });
  });

  it('tells all that happened, the newest first', async () => {
    const { companyId } = await aMember();
    const { id: memberId } = await db().member.findUniqueOrThrow({ where: { companyId } });
    const reviewer = await staffWith('reviewer');
    const day = await today();
    const { id: openLevelId } = await db().memberLevel.findFirstOrThrow({ where: { memberId } });
    await changeLevel(reviewer, {
      memberId,
      openLevelId,
      level: 'councilMember',
      from: day,
      reason: '理事会决定',
      resolution: '',
      topUp: true,
    });
    await addSeat(reviewer, { memberId, position: '理事', person: '赵大海', title: '董事长', term: '第十届', from: day, key: 'k' });
    const stored = await db().company.findUniqueOrThrow({ where: { id: companyId } });
    await correctCompany(
      reviewer,
      correctCompanySchema.parse({ ...stored, companyId, name: `${stored.name.slice(0, -4)}集团有限公司`, postcode: '100001' }),
    );
    const topUp = await db().charge.findFirstOrThrow({ where: { companyId, kind: 'topUp' } });
    await waiveDues(await staffWith('finance'), { chargeId: topUp.id, reason: '理事会同意' });
    await changeMemberState(reviewer, { memberId, event: 'suspend', reason: '来函申请', on: day, cancelDues: false });

    const entries = await listTimeline(await staffWith('finance'), memberId);
    const titles = entries.map(({ title }) => title);
    expect(titles[0]).toBe('暂停会员资格');
    for (const title of [
      '提交申请',
      '审核通过',
      '填写汇款信息 ¥3,000.00',
      '确认到账 ¥3,000.00',
      '到账 ¥3,000.00',
      '第一联络员开始',
      '级别：普通会员',
    ])
      expect(titles).toContain(title);
    for (const title of ['级别：理事单位', '席位：理事 赵大海', '修改企业信息', '名称变更', '签发会员证']) expect(titles).toContain(title);
    expect(titles.filter((title) => title.includes('补差'))).toEqual([
      `申请免交：${topUp.year} 年度补差`,
      `${topUp.year} 年度补差 ¥7,000.00`,
    ]);
    expect(titles.some((title) => /^短信 138\*\*\*\*\d{4}/.test(title))).toBe(true);
    expect(entries.find(({ title }) => title === '修改企业信息')?.detail).toContain('邮编：100038 → 100001');
    const moments = entries.map(({ at }) => at.getTime());
    expect(moments).toEqual(moments.toSorted((one, other) => other - one));
  });

  it('does not exist for an applicant, nor does a member that there is not', async () => {
    const { memberId } = await anOldMember();
    await expect(getMember(await anApplicant(), memberId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(listTimeline(await anApplicant(), memberId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(getMember(await staffWith('admin'), '019f0000-0000-7000-8000-000000000000')).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('a note about a member', () => {
  it('stands with its day and its author, pinned ones first, once for two clicks', async () => {
    const { memberId } = await anOldMember();
    const reviewer = await staffWith('reviewer');
    const note = { memberId, text: '来电改地址', notedOn: '2026-01-05', pinned: false };
    await addNote(reviewer, { ...note, key: 'one' });
    await addNote(reviewer, { ...note, key: 'one' });
    await addNote(reviewer, { ...note, text: '发票寄总部', notedOn: '2020-01-01', pinned: true, key: 'two' });
    const { notes } = await getMember(reviewer, memberId);
    expect(notes).toMatchObject([
      { text: '发票寄总部', pinned: true },
      { text: '来电改地址', notedOn: '2026-01-05', authorName: reviewer.name },
    ]);
    expect(await auditOf('member', memberId)).toEqual(['member.note', 'member.note']);
  });

  it('is taken off the page, and its words stay in the database', async () => {
    const { memberId } = await anOldMember();
    const reviewer = await staffWith('reviewer');
    const noteId = await addNote(reviewer, { memberId, text: '记错了', notedOn: '2026-01-05', pinned: false, key: 'x' });
    await removeNote(reviewer, noteId);
    await removeNote(reviewer, noteId);
    expect((await getMember(reviewer, memberId)).notes).toEqual([]);
    expect(await db().memberNote.findUnique({ where: { id: noteId } })).toMatchObject({ text: '记错了' });
    expect(await auditOf('member', memberId)).toEqual(['member.note', 'member.removeNote']);
  });

  it('is the reviewers’ to write', async () => {
    const { memberId } = await anOldMember();
    const note = { memberId, text: 'x', notedOn: '2026-01-05', pinned: false, key: 'y' };
    await expect(addNote(await staffWith('finance'), note)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('an attachment of a member', () => {
  it('comes by the moves of every upload: several, PDF and pictures, each by itself', async () => {
    const { companyId, memberId } = await anOldMember();
    const reviewer = await staffWith('reviewer');
    const upload = { companyId, kind: 'memberAttachment' as const };
    await storeUpload(reviewer, { ...upload, name: '退会函.pdf', type: 'application/pdf' }, rawPdf());
    await storeUpload(reviewer, { ...upload, name: '照片.jpg', type: 'image/jpeg' }, await smallPicture());
    const second = await storeUpload(reviewer, { ...upload, name: '决议.pdf', type: 'application/pdf' }, rawPdf());
    expect((await getMember(reviewer, memberId)).attachments.map(({ name }) => name)).toEqual(['退会函.pdf', '照片.jpg', '决议.pdf']);
    await removeFile(reviewer, second.id);
    expect((await getMember(reviewer, memberId)).attachments).toHaveLength(2);
  });

  it('is for staff: its own liaison does not know of it, and only a reviewer changes it', async () => {
    const { companyId, first } = await aMember();
    const reviewer = await staffWith('reviewer');
    const upload = { companyId, kind: 'memberAttachment' as const, name: '照片.jpg', type: 'image/jpeg' as const };
    const { id } = await storeUpload(reviewer, upload, await smallPicture());
    await expect(readFile(first, id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(storeUpload(first, upload, await smallPicture())).rejects.toMatchObject({ code: 'notFound' });
    const finance = await staffWith('finance');
    expect((await readFile(finance, id)).name).toBe('照片.jpg');
    await expect(removeFile(finance, id)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
