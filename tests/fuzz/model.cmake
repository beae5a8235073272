sitcen_fuzz(model sitcen_import)
