import type { DictionaryKind } from '../dictionaries/queries';
import type { ImportOutcome, ImportState } from '../generated/prisma/enums';
import type { IncompleteItem } from '../members/incomplete';
import { companyFieldLabels, liaisonOrderLabels, type Tone } from './applications';

export const importStateLabels: Record<ImportState, { text: string; tone: Tone }> = {
  reading: { text: '正在检查', tone: 'info' },
  ready: { text: '待核对', tone: 'warn' },
  committing: { text: '正在导入', tone: 'info' },
  committed: { text: '已导入', tone: 'ok' },
  undone: { text: '已撤销', tone: 'plain' },
  discarded: { text: '已放弃', tone: 'plain' },
  failed: { text: '没有读成', tone: 'bad' },
};

export const importOutcomeTexts: Record<ImportOutcome, { title: string; text: string; tone: Tone }> = {
  good: { title: '可以导入', text: '没有问题', tone: 'ok' },
  incomplete: { title: '导入后待完善', text: '缺少或需要核对的内容，导入后再补', tone: 'warn' },
  refused: { title: '退回修改', text: '有错误，本次不导入', tone: 'bad' },
  known: { title: '已是会员', text: '系统里已有，不会改动', tone: 'plain' },
};

/** How a cell of a workbook stands in the way. */
export const problemLabels = { error: '错误', warning: '提醒' };

const { industry, field, address, postcode, legalRepresentative, companyType, affiliation, profile } = companyFieldLabels;

export const dictionaryLabels: Record<DictionaryKind, string> = {
  ...{ industry, field, companyType, affiliation },
  qualification: '特级资质',
};

/** What is still to be completed of a member that came from the old system. */
export const incompleteLabels: Record<IncompleteItem, string> = {
  ...{ industry, field, address, postcode, legalRepresentative, companyType, affiliation, profile },
  uscc: '信用代码',
  number: '会员编号',
  joinedOn: '入会日期',
  region: '所在省市',
  qualifications: '特级资质',
  firstLiaison: liaisonOrderLabels.first,
  liaison: '联络员资料',
  sharedPhone: '联络员手机（与其他单位相同）',
  levels: '级别历史',
  seats: '理事信息',
  names: '曾用名日期',
  dues: '会费记录',
  receipts: '票据记录',
};

/** Why an upload came back to the page it was sent from, by the reason in the address. */
export const importUploadTexts = {
  empty: '请先选择填好的工作簿，再点“上传并检查”。',
  tooLarge: '工作簿不能超过 10 MB，请分成几个文件，一次导入一个。',
  scansTooLarge: '扫描件的压缩包不能超过 200 MB，请分几次导入。',
  importOpen: '已经有一份工作簿在导入。请先完成或放弃那一份，再上传新的。',
  cut: '文件没有传完整，可能是网络中断了，请重新上传。',
};
