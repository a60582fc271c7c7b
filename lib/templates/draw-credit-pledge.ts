import 'server-only';
import { ASSOCIATION } from '../copy/association';
import { drawPdf } from '../pdf/draw-pdf';

const LEFT = 78;
const WIDTH = 595.28 - 2 * LEFT;

const pledges = [
  '一、严格遵守国家法律、法规、规章和工程建设行业的标准规范，依法经营，照章纳税。',
  '二、自觉遵守《中国施工企业管理协会章程》和行业自律规定，执行协会决议，按时交纳会费。',
  '三、坚持诚实守信，公平竞争，不围标串标、不转包和违法分包、不出借资质，认真履行合同。',
  '四、重视工程质量和安全生产，落实主体责任，保障农民工工资按时足额支付。',
  '五、向协会提供的入会材料和日后更新的信息真实、准确、完整、有效。',
  '六、自觉接受政府部门、行业协会、社会公众和新闻舆论的监督。',
  '七、如违反上述承诺，愿意接受协会按照章程和有关规定作出的处理，并承担相应责任。',
];

/** 信用承诺书, blank, to print and stamp: one A4 page. */
export async function drawCreditPledge(): Promise<Buffer> {
  return drawPdf({ title: '信用承诺书', layout: 'portrait', fonts: ['sans', 'serifBold'] }, (doc) => {
    doc.font('serifBold').fontSize(22).text('信用承诺书', 0, 92, { width: 595.28, align: 'center', characterSpacing: 6 });
    doc.font('sans').fontSize(12.5).text(`${ASSOCIATION.name}：`, LEFT, 158);
    const paragraph = { width: WIDTH, lineGap: 9, indent: 25 } as const;
    doc.text('为推进工程建设行业诚信体系建设，树立企业诚信守法的良好形象，我单位申请加入贵会，并郑重承诺：', LEFT, 190, paragraph);
    doc.moveDown(0.4);
    for (const pledge of pledges) doc.text(pledge, LEFT, doc.y + 4, paragraph);
    const y = 618;
    doc
      .text('承诺单位（盖章）：', LEFT + 180, y)
      .text('统一社会信用代码：', LEFT + 180, y + 36)
      .text('法定代表人（签字）：', LEFT + 180, y + 72);
    doc.text('年　　　月　　　日', LEFT + 250, y + 118);
  });
}
