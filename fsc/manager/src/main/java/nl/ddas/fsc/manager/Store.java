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

    /// In a database of this organisation, which is taken at once; then its schemas are brought up to date. The
    /// transaction log is the one in the same database.
    ///
    /// @throws Sole.StoreInUse when another Manager works with the database; then nothing in it has changed
    public static Store postgres(Database database) {
        Sole sole = new PostgresSole(database.jdbi(DOOR));
        sole.take();
        try {
            PostgresContracts contracts = PostgresContracts.open(database);
            return new Store(
                    contracts,
                    new PostgresKept(database.jdbi(PostgresContracts.SCHEMA)),
                    new PostgresAudit(database.jdbi(PostgresContracts.SCHEMA)),
                    TransactionLogs.of(LogTable.open(database)),
                    sole);
        } catch (RuntimeException failed) {
            sole.close();
            throw failed;
        }
    }
}
