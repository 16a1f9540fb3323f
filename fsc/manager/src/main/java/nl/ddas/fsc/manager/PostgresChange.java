// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.ddas.basis.Sha256;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractSignature;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SignatureType;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// A change of one contract in one transaction of PostgreSQL.
///
/// @param contracts where it stands
/// @param handle in a transaction that has the lock of this contract
record PostgresChange(PostgresContracts contracts, Handle handle, ContentHash hash) implements Contracts.Change {

    @Override
    public Optional<Contract> contract() {
        return contracts.find(handle, hash);
    }

    @Override
    public Optional<ContentHash> withIv(String iv) {
        PostgresContracts.lock(handle, iv);
        return PostgresContracts.withIv(handle, iv);
    }

    @Override
    public void put(Contract contract) {
        content(contract.content());
        for (ContractSignature signature : contract.signatures()) {
            handle.execute(
                    """
                    INSERT INTO signature (contract, peer, type, signed_at, jws, chain) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (contract, peer, type) DO UPDATE
                    SET signed_at = excluded.signed_at, jws = excluded.jws, chain = excluded.chain
                    WHERE signature.jws <> excluded.jws
                    """,
                    hash.value(),
                    signature.peer().value(),
                    signature.type().wire(),
                    signature.signedAt().getEpochSecond(),
                    signature.jws(),
                    chain(ContractRows.text(signature.chain())));
        }
        if (contract.signatures().stream().anyMatch(s -> s.type() != SignatureType.ACCEPT)) {
            handle.execute("UPDATE contract SET alive = false WHERE hash = ? AND alive", hash.value());
        }
    }

    /// Where a chain stands; it is written down when it is new.
    private long chain(String certificates) {
        byte[] digest = Sha256.of(certificates.getBytes(StandardCharsets.UTF_8));
        return chain(digest).orElseGet(() -> {
            // Two that write the same two chains in another order would wait for each other. Nothing is locked
            // behind this.
            PostgresContracts.lock(handle, "chain");
            handle.execute(
                    "INSERT INTO chain (digest, certificates) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING",
                    digest,
                    certificates);
            return chain(digest).orElseThrow();
        });
    }

    private Optional<Long> chain(byte[] digest) {
        return handle.createQuery("SELECT id FROM chain WHERE digest = ?")
                .bind(0, digest)
                .mapTo(Long.class)
                .findOne();
    }

    private void content(ContractContent content) {
        int added = handle.execute(
                """
                INSERT INTO contract (hash, iv, created_at, not_after, content, publishes) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (hash) DO NOTHING
                """,
                hash.value(),
                content.iv(),
                content.createdAt().getEpochSecond(),
                content.validity().notAfter().getEpochSecond(),
                content.tree().toBytes(),
                content.grants().stream().anyMatch(g -> g.publication().isPresent()));
        if (added == 0) {
            return;
        }
        peers(content);
        grants(content);
    }

    private void peers(ContractContent content) {
        PreparedBatch peers =
                handle.prepareBatch("INSERT INTO contract_peer (peer, created_at, contract) VALUES (?, ?, ?)");
        for (PeerId peer : content.peers()) {
            peers.add(peer.value(), content.createdAt().getEpochSecond(), hash.value());
        }
        peers.execute();
    }

    private void grants(ContractContent content) {
        // The same Grant may stand in a contract twice.
        PreparedBatch grants = handle.prepareBatch("""
                INSERT INTO contract_grant (hash, contract, type, service, outway) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """);
        for (int i = 0; i < content.grants().size(); i++) {
            Grant grant = content.grants().get(i);
            grants.add(
                    content.grantHashes().get(i).value(),
                    hash.value(),
                    grant.type().wire(),
                    grant.serviceName(),
                    grant.connection().map(c -> c.outway().peer().value()).orElse(""));
        }
        grants.execute();
    }

    @Override
    public void send(Delivery delivery) {
        handle.execute(
                """
                INSERT INTO delivery (contract, target, action, status, attempts, next_at, since, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (contract, target, action) DO UPDATE SET status = excluded.status,
                    attempts = excluded.attempts, next_at = excluded.next_at, since = excluded.since,
                    reason = excluded.reason
                """,
                delivery.contract().value(),
                delivery.target().value(),
                delivery.action().name(),
                delivery.status().name(),
                delivery.attempts(),
                delivery.next().toEpochMilli(),
                delivery.since().toEpochMilli(),
                delivery.reason());
    }
}
