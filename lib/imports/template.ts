import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { listOptions, listRegions } from '../dictionaries/queries';
import { type SheetToWrite, writeWorkbook } from '../excel/write-workbook';
import { type ImportColumn, importSheets } from './sheets';

/** The columns of every sheet, with what may be chosen in them now; what is needed has a star. */
export async function importColumns(): Promise<Omit<SheetToWrite, 'rows'>[]> {
  const provinces = (await listRegions()).map(({ label }) => label);
  const choicesOf = async ({ dictionary, choices }: ImportColumn) => {
    if (!dictionary) return choices;
    return dictionary === 'province' ? provinces : (await listOptions(dictionary)).map(({ label }) => label);
  };
  return Promise.all(
    importSheets.map(async ({ name, columns }) => ({
      name,
      columns: await Promise.all(
        columns.map(async (column: ImportColumn) => ({
          heading: column.required ? `${column.heading}*` : column.heading,
          width: column.width,
          choices: await choicesOf(column),
        })),
      ),
    })),
  );
}

/** The empty workbook that the old system's data is filled into, and a sheet that says how. @throws DomainError `notFound` */
export async function getImportTemplate(actor: Actor): Promise<Buffer> {
  authorize(actor, 'import.view', null);
  return writeWorkbook([...(await importColumns()).map((sheet) => ({ ...sheet, rows: [] })), instructions()]);
}

// It is read by nobody but people: of a workbook that comes in, only the sheets of the template count.
function instructions(): SheetToWrite {
  const headings = [
    ['表', 14],
    ['列', 16],
    ['必填', 8],
    ['怎样填', 60],
  ] as const;
  return {
    name: '填写说明',
    columns: headings.map(([heading, width]) => ({ heading, width })),
    rows: importSheets.flatMap(({ name, columns }) =>
      columns.map((column: ImportColumn) => [name, column.heading, column.required ? '必填' : '', howOf(column)]),
    ),
  };
}

function howOf({ how = '', choices }: ImportColumn): string {
  return [how, choices && `可填：${choices.join('、')}`].filter(Boolean).join('；');
}
