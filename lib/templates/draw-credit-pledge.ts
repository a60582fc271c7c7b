import 'server-only';
import type { printedFields } from '../applications/printed';
import type { CompanyAnswers } from '../applications/schema';
import { ASSOCIATION } from '../copy/association';
import { drawPdf } from '../pdf/draw-pdf';
import { A4, drawNumber } from './sheet';

const LEFT = 78;
const WIDTH = A4.width - 2 * LEFT;
const SIGNED = { x: LEFT + 150, width: WIDTH - 150 } as const;

const pledges = [
  '一、严格遵守国家法律、法规、规章和工程建设行业的标准规范，依法经营，照章纳税。',
  '二、自觉遵守《中国施工企业管理协会章程》和行业自律规定，执行协会决议，按时交纳会费。',
  '三、坚持诚实守信，公平竞争，不围标串标、不转包和违法分包、不出借资质，认真履行合同。',
  '四、重视工程质量和安全生产，落实主体责任，保障农民工工资按时足额支付。',
  '五、向协会提供的入会材料和日后更新的信息真实、准确、完整、有效。',
  '六、自觉接受政府部门、行业协会、社会公众和新闻舆论的监督。',
  '七、如违反上述承诺，愿意接受协会按照章程和有关规定作出的处理，并承担相应责任。',
];

/** What the pledge prints is what its number stands for: the answers that `printedFields` names. */
export type FilledPledge = { number: string; answers: Pick<CompanyAnswers, (typeof printedFields)['creditPledge'][number]> };

/** 信用承诺书, one A4 page to print, sign and stamp: blank, or with the company's name, code and legal representative. */
export async function drawCreditPledge(filled?: FilledPledge): Promise<Buffer> {
  return drawPdf({ title: '信用承诺书', layout: 'portrait', fonts: ['sans', 'sansBold', 'serifBold'] }, (doc) => {
    if (filled) drawNumber(doc, '承诺书编号', filled.number, LEFT);
    doc.font('serifBold').fontSize(22).text('信用承诺书', 0, 92, { width: A4.width, align: 'center', characterSpacing: 6 });
    doc.font('sans').fontSize(12.5).text(`${ASSOCIATION.name}：`, LEFT, 158);
    const paragraph = { width: WIDTH, lineGap: 9, indent: 25 } as const;
    doc.text('为推进工程建设行业诚信体系建设，树立企业诚信守法的良好形象，我单位申请加入贵会，并郑重承诺：', LEFT, 190, paragraph);
    doc.moveDown(0.4);
    for (const pledge of pledges) doc.text(pledge, LEFT, doc.y + 4, paragraph);
    drawSignature(doc, filled?.answers);
  });
}

function drawSignature(doc: PDFKit.PDFDocument, answers?: FilledPledge['answers']): void {
  const long = (answers?.name.length ?? 0) > 40;
  doc.fontSize(long ? 11 : 12.5);
  const line = (label: string, value = '') =>
    doc.text(label + value, SIGNED.x, doc.y + (long ? 12 : 17), { width: SIGNED.width, lineGap: 2 });
  doc.y = long ? 590 : 601;
  line('承诺单位（盖章）：', answers?.name);
  line('统一社会信用代码：', answers?.uscc);
  if (answers) line('法定代表人：', answers.legalRepresentative);
  line(answers ? '签字：' : '法定代表人（签字）：');
  doc.text('年　　　月　　　日', SIGNED.x + 70, doc.y + 24);
}
