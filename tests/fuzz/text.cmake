sitcen_fuzz(text sitcen_ingest)
