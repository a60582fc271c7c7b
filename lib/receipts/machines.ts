import 'server-only';
import type { Prisma, ReceiptImportState, ReceiptRequestState, ReceiptState } from '../generated/prisma/client';
import type { Machine } from '../transition';
import {
  type ReceiptEventName,
  type ReceiptImportEvent,
  type RequestEventName,
  receiptImportTransitions,
  receiptTransitions,
  requestTransitions,
} from './states';

/** How a receipt's row moves and what its history records. */
export const receiptMachine: Machine<ReceiptState, ReceiptEventName, Prisma.ReceiptUncheckedUpdateManyInput> = {
  record: 'receipt',
  rows: receiptTransitions,
  move: async (tx, id, from, to, data) => (await tx.receipt.updateMany({ where: { id, state: from }, data: { ...data, state: to } })).count,
  async log(tx, receiptId, event) {
    await tx.receiptEvent.create({ data: { receiptId, ...event } });
  },
};

/** The row of a request says all of its history, and the audit chain who. */
export const requestMachine: Machine<ReceiptRequestState, RequestEventName, Prisma.ReceiptRequestUncheckedUpdateManyInput> = {
  record: 'receiptRequest',
  rows: requestTransitions,
  move: async (tx, id, from, to, data) =>
    (await tx.receiptRequest.updateMany({ where: { id, state: from }, data: { ...data, state: to } })).count,
  log: async () => undefined,
};

export const receiptImportMachine: Machine<ReceiptImportState, ReceiptImportEvent, Prisma.ReceiptImportUncheckedUpdateManyInput> = {
  record: 'receiptImport',
  rows: receiptImportTransitions,
  move: async (tx, id, from, to, data) =>
    (await tx.receiptImport.updateMany({ where: { id, state: from }, data: { ...data, state: to } })).count,
  log: async () => undefined,
};
