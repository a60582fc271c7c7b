import 'server-only';
import type { Tx } from '../db';
import { getSetting } from '../settings/get-setting';

type Start = {
  registrantId: string;
  name: string;
  uscc: string;
  usccConfirmed: boolean;
  /** The registrant, prefilled as 第一联络员. */
  liaison: { name: string; mobile: string };
};

/** A draft with what registering already told. It reserves neither the name nor the credit code. */
export async function startApplication(tx: Tx, start: Start): Promise<{ id: string }> {
  const { collectBeforeApproval } = await getSetting('dues');
  const { registrantId, name, uscc, usccConfirmed, liaison } = start;
  const first = { order: 'first', name: liaison.name, mobile: liaison.mobile, department: '', title: '', email: '' };
  return tx.application.create({
    data: {
      registrantId,
      collectBeforeApproval,
      answers: { create: { step: 'company', data: { name, uscc, usccConfirmed: usccConfirmed ? 'true' : '', liaisons: [first] } } },
    },
    select: { id: true },
  });
}
