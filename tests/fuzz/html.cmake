sitcen_fuzz(html sitcen_ingest)
