-- A comparison with NULL is unknown, and a CHECK lets the unknown pass: a reason or a hash has to be there, and not be empty.
ALTER TABLE "ApplicationEvent"
  DROP CONSTRAINT "ApplicationEvent_reasoned",
  ADD CONSTRAINT "ApplicationEvent_reasoned" CHECK ("event" NOT IN ('return', 'reject') OR coalesce("reason", '') <> '');
ALTER TABLE "Charge"
  DROP CONSTRAINT "Charge_reasoned",
  ADD CONSTRAINT "Charge_reasoned" CHECK ("state" = 'open' OR coalesce("reason", '') <> '');
ALTER TABLE "Filing"
  DROP CONSTRAINT "Filing_returned_has_reason",
  ADD CONSTRAINT "Filing_returned_has_reason" CHECK ("state" <> 'returned' OR coalesce("reason", '') <> '');
ALTER TABLE "File"
  DROP CONSTRAINT "File_checked",
  ADD CONSTRAINT "File_checked" CHECK ("state" IN ('quarantined', 'retired') OR (coalesce("sha256", '') ~ '^[0-9a-f]{64}$' AND "pageCount" > 0));
