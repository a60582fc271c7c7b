import { type Day, dayOf } from '../days';
import type { ReceiptRequestKind, ReceiptRequestState, ReceiptState } from '../generated/prisma/enums';
import { formatAmount } from '../money';

/** A receipt as member and staff see it. */
export type ReceiptView = {
  id: string;
  state: ReceiptState;
  code: string;
  number: string;
  checkCode: string;
  issuedOn: Day;
  amountFen: number;
  titleName: string;
  titleUscc: string;
  email: string;
  fileId: string | null;
  reversal: { code: string; number: string; on: Day; reason: string } | null;
  /** The number of the one that it replaces, and of the one that replaces it. */
  replaces: string | null;
  replacedBy: string | null;
  requests: RequestView[];
};

export type RequestView = {
  id: string;
  kind: ReceiptRequestKind;
  state: ReceiptRequestState;
  reason: string;
  email: string;
  titleName: string | null;
  titleUscc: string | null;
  answer: string | null;
  createdAt: Date;
};

/** What a query loads of a receipt so that it can be shown. */
export const receiptFacts = {
  replaces: { select: { number: true } },
  replacedBy: { select: { number: true } },
  requests: { orderBy: { createdAt: 'desc' } },
} as const;

type ReceiptRow = Omit<ReceiptView, 'issuedOn' | 'reversal' | 'replaces' | 'replacedBy'> & {
  issuedOn: Date;
  redCode: string | null;
  redNumber: string | null;
  reversedOn: Date | null;
  reason: string | null;
  replaces: { number: string } | null;
  replacedBy: { number: string } | null;
};

export function viewReceipt(row: ReceiptRow): ReceiptView {
  const { id, state, code, number, checkCode, amountFen, titleName, titleUscc, email, fileId, redCode, redNumber, reversedOn } = row;
  return {
    ...{ id, state, code, number, checkCode, amountFen, titleName, titleUscc, email, fileId },
    issuedOn: dayOf(row.issuedOn),
    reversal: reversedOn && { code: redCode ?? '', number: redNumber ?? '', on: dayOf(reversedOn), reason: row.reason ?? '' },
    replaces: row.replaces?.number ?? null,
    replacedBy: row.replacedBy?.number ?? null,
    requests: row.requests.map(viewRequest),
  };
}

export function viewRequest({ id, kind, state, reason, email, titleName, titleUscc, answer, createdAt }: RequestView): RequestView {
  return { id, kind, state, reason, email, titleName, titleUscc, answer, createdAt };
}

/** What the ministry's page 全国财政电子票据查验平台 asks for (facts 6), in its order. */
export function verificationFields(receipt: Pick<ReceiptView, 'code' | 'number' | 'checkCode' | 'issuedOn' | 'amountFen'>) {
  return [
    { label: '票据代码', value: receipt.code },
    { label: '票据号码', value: receipt.number },
    { label: '校验码', value: receipt.checkCode },
    { label: '开票日期', value: receipt.issuedOn },
    { label: '金额', value: formatAmount(receipt.amountFen).replaceAll(',', '') },
  ];
}
