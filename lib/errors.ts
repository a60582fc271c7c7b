/** What can go wrong as a part of the business. The words for each stand in copy/errors.ts. */
export type ErrorCode =
  | 'notFound'
  | 'forbidden'
  | 'signedOut'
  | 'foreignOrigin'
  | 'busy'
  | 'limited'
  | 'stepUp'
  | 'invalid'
  | 'stale'
  | 'notEditable'
  | 'incomplete'
  | 'alreadyDecided'
  | 'alreadyMember'
  | 'duesUnconfirmed'
  | 'passFirst'
  | 'codeWrong'
  | 'codeExpired'
  | 'unproven'
  | 'staffPhone'
  | 'lastAdmin'
  | 'ownAdmin'
  | 'wrongPassword'
  | 'duesStandardMissing'
  | 'requestOpen'
  | 'changedAgain'
  | 'usccTaken'
  | 'nobodyToInvite'
  | 'tooMany'
  | 'upload'
  | 'importOpen'
  | 'importMoved';

type Details = {
  /** Messages by field name, where the user is looking. */
  fieldErrors?: Record<string, string>;
  /** When the same request may succeed. */
  retryAt?: Date;
  /** The name of the words, for who has to say them later. */
  reason?: string;
  /** Already worded, for the few cases where only the rule that refused knows the words. */
  text?: string;
};

/** An expected refusal. Everything else that is thrown is a fault and is logged. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: Details;

  constructor(code: ErrorCode, details: Details = {}) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }
}
