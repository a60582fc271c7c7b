-- What is rare, or in no name at all, must be known to be so, or the planner walks along all names for it.
ALTER TABLE "Company" ALTER COLUMN "nameBigrams" SET STATISTICS 1000;
ALTER TABLE "ApplicationSnapshot" ALTER COLUMN "nameBigrams" SET STATISTICS 1000;
ANALYZE "Company", "ApplicationSnapshot";

-- As with charges, the queue counts its states again only when an application has changed: one function for both.
CREATE SEQUENCE "application_changes";

CREATE FUNCTION count_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM nextval(TG_ARGV[0]);
  RETURN NULL;
END $$;

CREATE TRIGGER "Application_changes" AFTER INSERT OR UPDATE OR DELETE ON "Application"
  FOR EACH STATEMENT EXECUTE FUNCTION count_change('application_changes');
DROP TRIGGER "Charge_changes" ON "Charge";
CREATE TRIGGER "Charge_changes" AFTER INSERT OR UPDATE OR DELETE ON "Charge" FOR EACH STATEMENT EXECUTE FUNCTION count_change('charge_changes');
DROP FUNCTION count_charge_change();
