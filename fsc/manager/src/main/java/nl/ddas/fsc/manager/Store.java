// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import nl.ddas.basis.Database;
import nl.ddas.fsc.transactionlog.LogTable;

/// Everything that a Manager keeps.
///
/// @param logs the transaction log of our Inways and Outways, which they write themselves
/// @param sole keeps other Managers out
public record Store(Contracts contracts, Kept kept, AuditTrail audit, TransactionLogs logs, Sole sole) {

    /// A name that is no schema: the connection that keeps others out has a pool of its own.
    private static final String DOOR = "fsc_manager_door";

    /// One that nobody else can reach.
    public Store(Contracts contracts, Kept kept, AuditTrail audit, TransactionLogs logs) {
        this(contracts, kept, audit, logs, Sole.NOBODY_ELSE);
    }

    /// In a database of this organisation; brings its schemas up to date. The transaction log is the one in the same
    /// database.
    public static Store postgres(Database database) {
        PostgresContracts contracts = PostgresContracts.open(database);
        return new Store(
                contracts,
                new PostgresKept(database.jdbi(PostgresContracts.SCHEMA)),
                new PostgresAudit(database.jdbi(PostgresContracts.SCHEMA)),
                TransactionLogs.of(LogTable.open(database)),
                new PostgresSole(database.jdbi(DOOR)));
    }
}
