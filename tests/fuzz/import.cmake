sitcen_fuzz(import sitcen_import)
