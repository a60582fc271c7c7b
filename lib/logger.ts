import 'server-only';
import pino, { type Logger } from 'pino';
import { env } from './env';

let shared: Logger | undefined;

/** Structured lines on standard output; never passwords, codes or whole phone numbers. */
export function logger(): Logger {
  shared ??= pino({ level: env().LOG_LEVEL, redact: ['password', 'passwordAgain', 'code', 'phone', 'mobile', '*.password', '*.phone'] });
  return shared;
}
