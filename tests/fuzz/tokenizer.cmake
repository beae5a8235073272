sitcen_fuzz(tokenizer sitcen_import)
