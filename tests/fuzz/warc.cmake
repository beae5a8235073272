sitcen_fuzz(warc sitcen_ingest)
