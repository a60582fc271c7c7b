import {
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility';

/** Where the choices of a column's dropdown stand: a column of another sheet. */
type Dropdown = { column: number; choices: { sheet: string; column: number; count: number } };

/** Of a sheet: which columns, counted from 0, are texts, and which offer a list. */
type Kept = { texts: ReadonlySet<number>; dropdowns: readonly Dropdown[] };

const SHEET = 'xl/worksheets/sheet{id}.xml';
const LAST_ROW = 1_048_575;

/**
 * What write-excel-file leaves to others: per sheet, cells below the heading that offer a list, and columns that are text
 * (`@`) also where they are empty. The style of text is the one of the first cell below the heading.
 */
export function asTextWithDropdowns(sheets: readonly Kept[]) {
  return {
    files: {
      transform: {
        [SHEET]: {
          transform(xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }) {
            const { texts, dropdowns = [] } = sheets[sheetIndex] ?? {};
            return withDropdowns(withTextColumns(xml, texts), dropdowns);
          },
        },
      },
    },
  };
}

function withTextColumns(xml: string, texts: ReadonlySet<number> | undefined): string {
  const style = /<c r="A2" s="(\d+)"/.exec(xml)?.[1];
  if (!style) return xml;
  return xml.replace(/<col (min="(\d+)")/g, (column, rest, first) =>
    texts && !texts.has(Number(first) - 1) ? column : `<col style="${style}" ${rest}`,
  );
}

function withDropdowns(xml: string, dropdowns: readonly Dropdown[]): string {
  if (!dropdowns.length) return xml;
  const markup = `<dataValidations count="${dropdowns.length}">${dropdowns.map(validation).join('')}</dataValidations>`;
  return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, getOrderOfSiblings(SHEET, 'worksheet') ?? [], 'worksheet');
}

// A warning, not a refusal: a value that the dictionaries do not have yet may be just what is to be added to them.
function validation({ column, choices }: Dropdown): string {
  const cells = `${getCellAddress(1, column)}:${getCellAddress(LAST_ROW, column)}`;
  const list = `'${choices.sheet}'!${fixed(0, choices.column)}:${fixed(choices.count - 1, choices.column)}`;
  const opening = getSelfClosingTagMarkup('dataValidation', {
    type: 'list',
    errorStyle: 'warning',
    allowBlank: 1,
    showErrorMessage: 1,
    sqref: cells,
  });
  return `${opening.replace(/\s*\/>$/, '>')}<formula1>${list}</formula1></dataValidation>`;
}

function fixed(row: number, column: number): string {
  return getCellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}
