sitcen_fuzz(target sitcen_server)
