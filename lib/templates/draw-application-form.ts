import 'server-only';
import { ASSOCIATION } from '../copy/association';
import { drawPdf } from '../pdf/draw-pdf';
import { divideRows, drawTable } from '../pdf/draw-table';
import { type FilledForm, formRows } from './form-rows';
import { A4, drawNumber, drawPageOf } from './sheet';

const LEFT = 56;
const WIDTH = A4.width - 2 * LEFT;
const TOP = 132;
const TOP_NEXT = 92;
const BOTTOM = A4.height - 56;

const NOTES = {
  blank: '注：请用黑色签字笔填写或打印，加盖单位公章后扫描上传。联络员 1–2 名，文件默认邮寄给第一联络员。没有特级资质的填写“无”。',
  filled: '注：本表按系统中填写的内容生成，核对无误后加盖单位公章，扫描上传。之后修改了表中内容的，编号随之改变，请重新下载、盖章。',
} as const;

/**
 * 入会申请表: blank, to fill in by hand, one A4 page; or filled in with an application's answers, with its number on each
 * page. Long answers flow on to a second page, row by row.
 */
export async function drawApplicationForm(filled?: FilledForm): Promise<Buffer> {
  return drawPdf({ title: '入会申请表', layout: 'portrait', fonts: ['sans', 'sansBold', 'serifBold'] }, (doc) => {
    const pages = divideRows(doc, formRows(WIDTH, filled), { first: BOTTOM - TOP, next: BOTTOM - TOP_NEXT });
    pages.forEach((rows, index) => {
      if (index) doc.addPage();
      if (filled) drawNumber(doc, '申请表编号', filled.number, LEFT);
      if (index) drawHeadOfNext(doc, filled);
      else drawHead(doc);
      if (pages.length > 1) drawPageOf(doc, index + 1, pages.length);
      const below = drawTable(doc, { x: LEFT, y: index ? TOP_NEXT : TOP }, rows);
      if (index === pages.length - 1) drawNote(doc, NOTES[filled ? 'filled' : 'blank'], below + 8);
    });
  });
}

function drawHead(doc: PDFKit.PDFDocument): void {
  doc.font('serifBold').fontSize(20).text(ASSOCIATION.name, 0, 48, { width: A4.width, align: 'center', characterSpacing: 2 });
  doc.font('serifBold').fontSize(18).text('入会申请表', 0, 78, { width: A4.width, align: 'center', characterSpacing: 6 });
  doc.font('sans').fontSize(10).text('填表日期：　　　　年　　月　　日', LEFT, 112, { width: WIDTH, align: 'right' });
}

function drawHeadOfNext(doc: PDFKit.PDFDocument, filled?: FilledForm): void {
  doc.font('serifBold').fontSize(14).text('入会申请表（续）', 0, 48, { width: A4.width, align: 'center', characterSpacing: 3 });
  const name = filled?.answers.name ?? '';
  doc.font('sans').fontSize(9.5).text(name, LEFT, 72, { width: WIDTH, height: 14, ellipsis: true });
}

function drawNote(doc: PDFKit.PDFDocument, text: string, y: number): void {
  doc.font('sans').fontSize(8.5).fillColor('#475766').text(text, LEFT, y, { width: WIDTH });
}
