sitcen_fuzz(search sitcen_store)
