import 'server-only';
import type { Tx } from '../db';
import type { Prisma } from '../generated/prisma/client';

/** The tables that an import fills by the thousand. */
type Tables = {
  Account: Prisma.AccountCreateManyInput;
  Company: Prisma.CompanyCreateManyInput;
  CompanyName: Prisma.CompanyNameCreateManyInput;
  Liaison: Prisma.LiaisonCreateManyInput;
  Member: Prisma.MemberCreateManyInput;
  MemberLevel: Prisma.MemberLevelCreateManyInput;
  CouncilSeat: Prisma.CouncilSeatCreateManyInput;
  Certificate: Prisma.CertificateCreateManyInput;
  Charge: Prisma.ChargeCreateManyInput;
  Payment: Prisma.PaymentCreateManyInput;
  Allocation: Prisma.AllocationCreateManyInput;
  Receipt: Prisma.ReceiptCreateManyInput;
  ReceiptCharge: Prisma.ReceiptChargeCreateManyInput;
  ImportCompany: Prisma.ImportCompanyCreateManyInput;
};

/**
 * Inserts rows as one parameter of one statement: several times faster than `createMany`, which takes a parameter a cell,
 * and in a fraction of the memory. Every row has the columns of the first; what it leaves out gets the table's default, but
 * ids are the caller's. `skipKnown` leaves rows out whose unique values are there already.
 */
export async function insertRows<T extends keyof Tables>(tx: Tx, table: T, rows: readonly Tables[T][], skipKnown = false): Promise<void> {
  const [first] = rows;
  if (!first) return;
  // Names of our own tables and columns, never anything that was typed.
  const columns = Object.keys(first)
    .map((name) => `"${name}"`)
    .join(', ');
  const onConflict = skipKnown ? 'ON CONFLICT DO NOTHING' : '';
  await tx.$executeRawUnsafe(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json) ${onConflict}`,
    JSON.stringify(rows),
  );
}
