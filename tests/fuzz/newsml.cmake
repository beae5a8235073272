sitcen_fuzz(newsml sitcen_ingest)
