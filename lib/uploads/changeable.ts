import { EDITABLE } from '../applications/states';
import { DomainError } from '../errors';
import type { ApplicationState, FileKind, FilingState } from '../generated/prisma/enums';

type Facts = { state: ApplicationState; filings: readonly { state: FilingState }[] };

/**
 * Files change while the answers do. Vouchers belong to the filing: closed while finance has it, open again when it was
 * returned, even though the application itself is under review. @throws DomainError `notEditable`
 */
export function requireChangeable(kind: FileKind, { state, filings }: Facts): void {
  const filing = filings[0]?.state;
  const open =
    kind === 'transferVoucher' && filing
      ? filing === 'returned' && (EDITABLE.includes(state) || state === 'submitted')
      : EDITABLE.includes(state);
  if (!open) throw new DomainError('notEditable');
}
