import 'server-only';
import { drawApplicationForm } from './draw-application-form';
import { drawCreditPledge } from './draw-credit-pledge';

const templates = {
  applicationForm: { name: '入会申请表.pdf', draw: () => drawApplicationForm() },
  creditPledge: { name: '信用承诺书.pdf', draw: () => drawCreditPledge() },
} as const;

export type TemplateKind = keyof typeof templates;

const drawn = new Map<TemplateKind, Promise<Buffer>>();

/** A blank template as a PDF; the same for everybody, so drawn once a process. */
export async function getTemplate(kind: TemplateKind): Promise<{ name: string; body: Buffer }> {
  const { name, draw } = templates[kind];
  const body = drawn.get(kind) ?? draw();
  drawn.set(kind, body);
  return { name, body: await body };
}
