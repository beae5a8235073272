sitcen_fuzz(feed sitcen_ingest)
