sitcen_fuzz(containers sitcen_ingest)
