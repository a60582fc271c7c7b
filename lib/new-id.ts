import 'server-only';
import { randomBytes } from 'node:crypto';

/** A uuid v7, as Prisma makes them: for rows that are inserted past it. `at` orders them and need be no more than roughly right. */
export function newId(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  const random = randomBytes(10).toString('hex');
  const variant = (8 + (Number.parseInt(random.charAt(3), 16) % 4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`;
}
