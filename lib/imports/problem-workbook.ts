import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { problemLabels } from '../copy/imports';
import { DomainError } from '../errors';
import { writeWorkbook } from '../excel/write-workbook';
import { listProblems } from './list-problems';

const columns = [
  { heading: '表', width: 14 },
  { heading: '行', width: 8 },
  { heading: '列', width: 16 },
  { heading: '企业', width: 36 },
  { heading: '信用代码', width: 22 },
  { heading: '程度', width: 8 },
  { heading: '说明', width: 80 },
];

/**
 * 问题清单: every cell that the preview would point at, and the companies that are members already; of both, the page shows
 * only the first. @throws DomainError `notFound`
 */
export async function problemWorkbook(actor: Actor, importId: string): Promise<Buffer> {
  authorize(actor, 'import.view', null);
  const [problems, known] = [await listProblems(importId, ['refused', 'incomplete']), await listProblems(importId, ['known'])];
  if (!problems.length && !known.length) throw new DomainError('notFound');
  const rows = [...problems, ...known].map(({ sheetName, row, heading, company, uscc, severity, text }) => [
    ...[sheetName, String(row), heading, company, uscc],
    ...[problemLabels[severity], text],
  ]);
  return writeWorkbook([{ name: '问题清单', columns, rows }]);
}
