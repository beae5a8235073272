sitcen_fuzz(jsonl sitcen_ingest)
