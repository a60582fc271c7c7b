-- What is rare, or in no name at all, must be known to be so, or the planner walks along all names for it.
ALTER TABLE "Company" ALTER COLUMN "nameBigrams" SET STATISTICS 1000;
ALTER TABLE "ApplicationSnapshot" ALTER COLUMN "nameBigrams" SET STATISTICS 1000;
ANALYZE "Company", "ApplicationSnapshot";

-- As charge_changes: the queue counts its states again only when an application has changed.
CREATE SEQUENCE "application_changes";

CREATE FUNCTION count_application_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM nextval('application_changes');
  RETURN NULL;
END $$;

CREATE TRIGGER "Application_changes" AFTER INSERT OR UPDATE OR DELETE ON "Application" FOR EACH STATEMENT EXECUTE FUNCTION count_application_change();
