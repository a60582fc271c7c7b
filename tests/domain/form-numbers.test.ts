import { PDFiumLibrary } from '@hyzyla/pdfium';
import { checkItem } from '../../lib/applications/check-item';
import { formNumberOf } from '../../lib/applications/form-number';
import { companyTargets } from '../../lib/applications/marks';
import { printedFields, type StampedKind, stampedKinds } from '../../lib/applications/printed';
import { getDraft } from '../../lib/applications/queries';
import { returnApplication } from '../../lib/applications/return-application';
import { getReview } from '../../lib/applications/review';
import { saveStep } from '../../lib/applications/save-step';
import type { CompanyAnswers } from '../../lib/applications/schema';
import { submitApplication } from '../../lib/applications/submit-application';
import { db } from '../../lib/db';
import { findObstacle, getPrefilled } from '../../lib/templates/prefill';
import { removeFile } from '../../lib/uploads/remove-file';
import { attach } from '../../prisma/seed/applications';
import { sampleUscc } from '../../prisma/seed/companies';
import { anApplication, smallPicture } from '../support/applications';
import { withDatabase } from '../support/database';
import { anApplicant, staffWith } from '../support/people';

withDatabase();

type Made = Awaited<ReturnType<typeof anApplication>>;

async function save({ applicant, applicationId, answers }: Made, change: object): Promise<void> {
  const values = { ...answers, usccConfirmed: 'true', ...change };
  await saveStep(applicant, { applicationId, step: 'company', values });
}

/** The texts of a printed document, page by page, without spaces and line ends. */
async function printed({ applicant, applicationId }: Made, kind: StampedKind): Promise<string[]> {
  const { body } = await getPrefilled(applicant, { applicationId, kind });
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(body);
  const pages = [...document.pages()].map((page) => page.getText().replace(/\s/g, ''));
  document.destroy();
  library.destroy();
  return pages;
}

const liaison = (order: 'first' | 'second', mobile: string) => ({
  ...{ order, name: '欧阳建国', department: '战略发展与市场经营管理部', title: '副主任兼行业协会联络专员', mobile },
  email: `${'zhanlue.fazhan'.repeat(3)}@example.com`,
});

const long = {
  name: `${'中国'.repeat(20)}建设集团第一工程有限公司`,
  address: `北京市西城区${'月坛北街五栋'.repeat(8)}号楼 1201 室`,
  profile: '我公司成立于一九五八年，具有建筑工程施工总承包特级资质。'.repeat(15).slice(0, 400),
  liaisons: [liaison('first', '13800000001'), liaison('second', '13800000002')],
  qualifications: ['building', 'highway', 'railway', 'municipal'],
};

/** Another value of each field, and the words that a print shows of it. */
const others: Record<(typeof companyTargets)[number], [value: unknown, words: string]> = {
  name: ['四川蜀道桥梁有限公司', '四川蜀道桥梁有限公司'],
  uscc: [sampleUscc(777_777), sampleUscc(777_777)],
  industry: ['railway', '铁路'],
  field: ['design', '勘察设计'],
  provinceCode: ['310000', '上海市'],
  cityCode: ['310100', '上海市'],
  address: ['四川省成都市武侯区二环路南四段 11 号', '二环路南四段11号'],
  postcode: ['610041', '610041'],
  legalRepresentative: ['令狐冲', '令狐冲'],
  companyType: ['central', '中央企业'],
  affiliation: ['crec', '中国中铁'],
  profile: ['主营隧道与地下工程。', '主营隧道与地下工程。'],
  liaisons: [[liaison('first', '13911112222')], '13911112222'],
  qualifications: [['none'], '无'],
};

describe('a form that is filled in', () => {
  it.each(stampedKinds)('%s: every answer that its number stands for is printed, and no other', async (kind) => {
    const made = await anApplication('company');
    const number = formNumberOf(kind, made.answers);
    const before = await printed(made, kind);
    expect(before[0]).toContain(number);
    for (const field of companyTargets) {
      const [value, words] = others[field];
      const change = field === 'provinceCode' || field === 'cityCode' ? { provinceCode: '310000', cityCode: '310100' } : { [field]: value };
      await save(made, change);
      const counts = printedFields[kind].some((one) => one === field);
      expect([field, formNumberOf(kind, { ...made.answers, ...change }) !== number]).toEqual([field, counts]);
      const after = await printed(made, kind);
      if (counts) expect(after.join()).toContain(words.replace(/\s/g, ''));
      else expect(after).toEqual(before);
    }
  });

  it('has the same number for full-width digits, another order, spaces and marks without a shape', async () => {
    const { answers } = await anApplication('company', { change: { liaisons: long.liaisons, qualifications: ['building', 'highway'] } });
    const number = formNumberOf('applicationForm', answers);
    const same: Partial<Record<keyof CompanyAnswers, unknown>> = {
      postcode: answers.postcode.replace('1', '１'),
      profile: ` ${answers.profile.slice(0, 5)}\u200b${answers.profile.slice(5)}\r\n`,
      liaisons: answers.liaisons.toReversed(),
      qualifications: ['highway', 'building'],
      usccConfirmed: true,
    };
    for (const [field, value] of Object.entries(same)) expect(formNumberOf('applicationForm', { ...answers, [field]: value })).toBe(number);
  });

  it('holds 400 characters, two liaisons and four qualifications on one page', async () => {
    const made = await anApplication('company', {
      change: { ...long, name: '中铁第一建设集团有限公司', address: '北京市西城区月坛北街 5 号' },
    });
    const pages = await printed(made, 'applicationForm');
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain(long.profile);
    expect(pages[0]).toContain('单位（盖章）');
  });

  it('flows on to a second page, row by row, with the number and the count of pages on each', async () => {
    const made = await anApplication('company');
    const email = `${'zhanlue.fazhan'.repeat(16)}@example.com`;
    const liaisons = long.liaisons.map((one) => ({ ...one, email }));
    await save(made, {
      ...long,
      liaisons,
      profile: Array.from({ length: 100 }, (_, n) => `第${n}`)
        .join('\n')
        .slice(0, 400),
    });
    const pages = await printed(made, 'applicationForm');
    expect(pages).toHaveLength(2);
    const company = (await getDraft(made.applicant, made.applicationId)).company;
    pages.forEach((text, index) => {
      expect(text).toContain(`申请表编号${formNumberOf('applicationForm', company)}`);
      expect(text).toContain(`第${index + 1}页，共2页`);
    });
    expect(pages.join('').split(email)).toHaveLength(3);
    expect(pages[1]).toContain('单位（盖章）');
    expect(await printed(made, 'creditPledge')).toEqual([expect.stringContaining(long.name)]);
  });

  it('is not made, and the reason told, while answers are missing or the font lacks a character', async () => {
    const made = await anApplication('company');
    const obstacle = async () => findObstacle((await getDraft(made.applicant, made.applicationId)).company);
    const ask = () => getPrefilled(made.applicant, { applicationId: made.applicationId, kind: 'creditPledge' });
    expect(await obstacle()).toBeNull();
    await save(made, { legalRepresentative: '王𪚥' });
    expect(await obstacle()).toContain('“𪚥”');
    await expect(ask()).rejects.toMatchObject({ code: 'invalid', details: { text: expect.stringContaining('𪚥') } });
    await save(made, { postcode: '' });
    expect(await obstacle()).toContain('还没有填完整');
    await expect(ask()).rejects.toMatchObject({ code: 'invalid' });
  });

  it('is nobody else’s to see', async () => {
    const { applicationId } = await anApplication('company');
    await expect(getPrefilled(await anApplicant(), { applicationId, kind: 'applicationForm' })).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('a stamped scan', () => {
  const outdated = async ({ applicant, applicationId }: Made) => {
    const { stamps } = await getDraft(applicant, applicationId);
    return stampedKinds.filter((kind) => stamps[kind].outdated);
  };

  it('needs a new stamp when what it prints has changed since it was uploaded, and only then', async () => {
    const made = await anApplication('documents');
    expect(await outdated(made)).toEqual([]);
    await save(made, { postcode: '100039' });
    expect(await outdated(made)).toEqual(['applicationForm']); // the pledge prints no postcode
    await save(made, { postcode: '100039', legalRepresentative: '令狐冲' });
    expect(await outdated(made)).toEqual(['applicationForm', 'creditPledge']);
    const step = (await getDraft(made.applicant, made.applicationId)).journey.find(({ id }) => id === 'documents');
    expect(step).toMatchObject({ done: true, text: '2 份需重新盖章' });
    await save(made, {});
    expect(await outdated(made)).toEqual([]);
  });

  it('belongs again once it was replaced', async () => {
    const made = await anApplication('documents');
    await save(made, { postcode: '100039' });
    await replaceForm(made);
    expect(await outdated(made)).toEqual([]);
  });

  it('of the round before is seen by the reviewer when the number has changed, and may be submitted', async () => {
    const made = await anApplication('submitted');
    const { applicant, applicationId, answers } = made;
    const reviewer = await staffWith('reviewer');
    const first = formNumberOf('applicationForm', answers);
    expect((await getReview(reviewer, applicationId)).stamps.applicationForm).toEqual({ number: first, outdated: null, before: null });

    await returnApplication(reviewer, { applicationId, reason: '请修改', marks: [{ target: 'company.postcode', comment: '不符' }] });
    await save(made, { postcode: '100039' });
    await submitApplication(applicant, { applicationId, key: 'again' });
    const { stamps } = await getReview(reviewer, applicationId);
    const second = formNumberOf('applicationForm', { ...answers, postcode: '100039' });
    expect(stamps.applicationForm).toEqual({ number: second, outdated: first, before: first });
    expect(stamps.creditPledge).toMatchObject({ outdated: null, before: stamps.creditPledge.number });
    expect((await getReview(reviewer, applicationId, 1)).stamps.applicationForm).toMatchObject({ number: first, outdated: null });

    await returnApplication(reviewer, { applicationId, reason: '请重新盖章', marks: [] });
    await replaceForm(made);
    await submitApplication(applicant, { applicationId, key: 'third' });
    expect((await getReview(reviewer, applicationId)).stamps.applicationForm).toEqual({ number: second, outdated: null, before: second });
  });

  it('either bears the number or was filled in by hand: ticking one takes the other back', async () => {
    const { applicationId } = await anApplication('submitted');
    const reviewer = await staffWith('reviewer');
    const tick = (item: 'number' | 'handFilled' | 'name') => checkItem(reviewer, { applicationId, item, checked: true });
    const ticked = async () => Object.keys((await getReview(reviewer, applicationId)).checks).toSorted();
    await tick('name');
    await tick('number');
    expect(await ticked()).toEqual(['name', 'number']);
    await tick('handFilled');
    expect(await ticked()).toEqual(['handFilled', 'name']);
  });

  async function replaceForm({ applicant, applicationId }: Made): Promise<void> {
    const old = await db().file.findFirstOrThrow({ where: { applicationId, kind: 'applicationForm', state: { not: 'retired' } } });
    await removeFile(applicant, old.id);
    await attach(applicant, applicationId, 'applicationForm', await smallPicture());
  }
});
