// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// As whom the database sees work on quarantine: the right to read what lines hold is not the server's.
enum Quarantainerol {
    /// Adds, counts and removes; cannot read what lines hold.
    SCHRIJVER("logboek_quarantaine_schrijver"),
    /// Reads.
    LEZER("logboek_quarantaine_lezer");

    private final String naam;

    Quarantainerol(String naam) {
        this.naam = naam;
    }

    /// Its name in the database.
    String naam() {
        return naam;
    }

    /// Whether we may act as this role here: its database administrator may not have wanted roles.
    boolean isThere(Jdbi jdbi) {
        return jdbi.withHandle(db -> db.createQuery("select exists (select from pg_roles where rolname = :rol"
                        + " and pg_has_role(current_user, oid, 'member'))")
                .bind("rol", naam)
                .mapTo(Boolean.class)
                .one());
    }

    /// For the rest of this transaction.
    void take(Handle db) {
        db.execute("set local role " + naam);
    }
}
