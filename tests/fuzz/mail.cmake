sitcen_fuzz(mail sitcen_ingest)
