import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { liaisonOrderLabels } from '../copy/applications';
import { db } from '../db';
import { companyWords } from './company-words';
import { frozenVersion } from './queries';
import { companySchema } from './schema';

export type RosterRow = {
  name: string;
  uscc: string;
  place: string;
  industry: string;
  legalRepresentative: string;
  liaison: string;
  mobile: string;
  qualifications: string;
};

/** The columns of the list; `share` is of the width. */
export const rosterColumns: readonly { key: keyof RosterRow; heading: string; share: number }[] = [
  { key: 'name', heading: '单位名称', share: 0.235 },
  { key: 'uscc', heading: '信用代码', share: 0.15 },
  { key: 'place', heading: '省市', share: 0.11 },
  { key: 'industry', heading: '所属行业', share: 0.1 },
  { key: 'legalRepresentative', heading: '法定代表人', share: 0.08 },
  { key: 'liaison', heading: liaisonOrderLabels.first, share: 0.09 },
  { key: 'mobile', heading: '手机', share: 0.095 },
  { key: 'qualifications', heading: '特级资质', share: 0.14 },
];

/** 拟入会名单: who has passed the first review and waits for a meeting, in the order of submission. */
export async function listRoster(actor: Actor): Promise<RosterRow[]> {
  authorize(actor, 'application.list', null);
  const found = await db().application.findMany({
    where: { state: 'passed' },
    select: { currentSnapshot: { select: { answers: true, files: true } } },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
  });
  return Promise.all(found.flatMap(({ currentSnapshot }) => (currentSnapshot ? [rosterRow(currentSnapshot)] : [])));
}

async function rosterRow(snapshot: { answers: unknown; files: unknown }): Promise<RosterRow> {
  const answers = companySchema.parse(frozenVersion(snapshot).company);
  const words = await companyWords(answers);
  const first = answers.liaisons.find(({ order }) => order === 'first');
  return {
    name: answers.name,
    uscc: answers.uscc,
    place: [...new Set([words.provinceCode, words.cityCode])].join(' '),
    industry: words.industry,
    legalRepresentative: answers.legalRepresentative,
    liaison: first?.name ?? '',
    mobile: first?.mobile ?? '',
    qualifications: words.qualifications.join('、'),
  };
}
