import 'server-only';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { recordAudit } from '../audit/record-audit';
import { levelLabels } from '../copy/dues';
import { type Day, formatDay } from '../days';
import { db } from '../db';
import { type Cell, type SheetToWrite, writeWorkbook } from '../excel/write-workbook';
import { Level } from '../generated/prisma/enums';
import { transaction } from '../transaction';
import { COUNCIL_LEVELS } from './levels';
import { listMeeting, type MeetingLine } from './meeting';

const seatLine = z.object({
  ...{ number: z.string(), name: z.string(), level: z.enum(Level).nullable(), position: z.string(), person: z.string() },
  ...{ title: z.string(), term: z.string(), from: z.string(), to: z.string().nullable() },
});

/** The council on a day as a workbook: who sits, and what to settle before a meeting. The audit says who took it. */
export async function exportCouncil(actor: AccountActor, on: Day): Promise<Buffer> {
  authorize(actor, 'council.list', null);
  const [seats, meeting] = await Promise.all([selectSeats(on), listMeeting(actor, on)]);
  await transaction((tx) =>
    recordAudit(tx, actor, { action: 'council.export', record: 'export', recordId: randomUUID(), data: { on, count: seats.length } }),
  );
  return writeWorkbook([
    seatSheet(seats),
    meetingSheet('没有席位', meeting.vacant, []),
    meetingSheet('任期已满', meeting.lapsed, [
      { heading: '上一任', width: 12, cell: ({ lastPerson }) => lastPerson ?? '' },
      { heading: '任期至', width: 16, cell: ({ lastTo }) => (lastTo ? formatDay(lastTo) : '') },
    ]),
    meetingSheet('欠费', meeting.arrears, [
      { heading: '欠费年度', width: 20, cell: ({ owedYears }) => owedYears.join('、') },
      { heading: '欠费金额(元)', width: 16, cell: ({ owedFen }) => ({ fen: owedFen }) },
    ]),
  ]);
}

async function selectSeats(on: Day) {
  const rows = await db().$queryRaw`
    SELECT m."number", c."name", l."level"::text, s."position", s."person", s."title", s."term", s."from"::text, s."to"::text
    FROM "CouncilSeat" s JOIN "Member" m ON m."id" = s."memberId" JOIN "Company" c ON c."id" = m."companyId"
    LEFT JOIN "MemberLevel" l ON l."memberId" = m."id" AND l."to" IS NULL
    WHERE s."from" <= ${on}::date AND (s."to" IS NULL OR s."to" >= ${on}::date) AND m."state" IN ('active', 'suspended')
    ORDER BY array_position(${[...COUNCIL_LEVELS]}, l."level"::text), c."namePinyin", s."from"`;
  return z.array(seatLine).parse(rows);
}

function seatSheet(seats: z.infer<typeof seatLine>[]): SheetToWrite {
  const headings = ['会员编号', '单位名称', '会员级别', '席位', '姓名', '职务', '届次', '任职开始', '任期至'];
  return {
    name: '理事会席位',
    columns: headings.map((heading, index) => ({ heading, width: index === 1 ? 36 : 16 })),
    rows: seats.map(({ number, name, level, position, person, title, term, from, to }) => [
      ...[number, name, level ? levelLabels[level] : '', position, person, title, term],
      ...[formatDay(from), to ? formatDay(to) : ''],
    ]),
  };
}

type Extra = { heading: string; width: number; cell: (unit: MeetingLine) => Cell };

function meetingSheet(name: string, units: readonly MeetingLine[], extra: readonly Extra[]): SheetToWrite {
  const columns: Extra[] = [
    { heading: '会员编号', width: 16, cell: (unit) => unit.number },
    { heading: '单位名称', width: 36, cell: (unit) => unit.name },
    { heading: '会员级别', width: 16, cell: (unit) => levelLabels[unit.level] },
    ...extra,
    { heading: '第一联络员', width: 12, cell: (unit) => unit.liaison ?? '' },
    { heading: '手机', width: 16, cell: (unit) => unit.mobile ?? '' },
  ];
  return { name, columns, rows: units.map((unit) => columns.map(({ cell }) => cell(unit))) };
}
