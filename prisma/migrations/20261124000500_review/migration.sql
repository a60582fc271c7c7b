-- Two stages: 初审 leads to 待批准, a meeting approves.
ALTER TYPE "ApplicationState" ADD VALUE 'passed' AFTER 'returned';

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "heldOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewCheck" (
    "snapshotId" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "actorName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "ReviewCheck_pkey" PRIMARY KEY ("snapshotId","item")
);

-- AlterTable
ALTER TABLE "Application" ADD COLUMN "meetingId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_heldOn_name_key" ON "Meeting"("heldOn", "name");

-- CreateIndex
CREATE INDEX "Application_meetingId_idx" ON "Application"("meetingId");

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewCheck" ADD CONSTRAINT "ReviewCheck_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "ApplicationSnapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only an approval names a meeting.
ALTER TABLE "Application" ADD CONSTRAINT "Application_meeting_approved" CHECK ("meetingId" IS NULL OR "state" = 'approved');

-- All applications by the time of their submission, as the list of all of them and its pages need.
CREATE INDEX "Application_submittedAt_id_idx" ON "Application"("submittedAt", "id");

-- One event at the end of a record's audit chain, in one round trip. `head` and `tail` are the parts of the event's
-- canonical JSON around what only the database knows: the moment, the hash before, and the number in the chain.
CREATE FUNCTION append_audit(head text, tail text, event jsonb, payload jsonb, shift_ms double precision) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  event_id uuid := gen_random_uuid();
  moment timestamptz(3);
  number int;
  previous text;
BEGIN
  -- One writer at a time for each record's chain, until the transaction ends.
  PERFORM pg_advisory_xact_lock(hashtextextended('audit:' || (event->>'record') || ':' || (event->>'recordId'), 0));
  SELECT "seq" + 1, "hash" INTO number, previous FROM "AuditEvent"
    WHERE "record" = event->>'record' AND "recordId" = event->>'recordId' ORDER BY "seq" DESC LIMIT 1;
  moment := date_trunc('milliseconds', clock_timestamp() + shift_ms * interval '1 millisecond');
  number := coalesce(number, 1);
  INSERT INTO "AuditEvent" ("id", "record", "recordId", "seq", "action", "actorId", "actorName", "address", "payloadHash", "createdAt", "hash")
  VALUES (event_id, event->>'record', event->>'recordId', number, event->>'action', (event->>'actorId')::uuid, event->>'actorName',
    event->>'address', event->>'payloadHash', moment,
    encode(sha256(convert_to(head
      || ',"createdAt":"' || to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      || '","payloadHash":"' || (event->>'payloadHash') || '","previous":"' || coalesce(previous, '') || '",'
      || tail || ',"seq":' || number || '}', 'UTF8')), 'hex'));
  INSERT INTO "AuditPayload" ("eventId", "data") VALUES (event_id, payload);
END $$;
