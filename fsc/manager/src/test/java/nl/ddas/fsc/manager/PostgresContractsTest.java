// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.D;
import static nl.ddas.fsc.manager.Members.DIR;
import static nl.ddas.fsc.manager.Members.X;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Database;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractSignature;
import nl.ddas.fsc.model.Cursor;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.Paging;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceOffer;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.SortOrder;
import nl.ddas.fsc.model.Uuids;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresContractsTest extends ContractsTest {

    private static final Instant NOW = Members.NOW;
    private static final Random RANDOM = new Random(2);
    private static final PeerId E = new PeerId("00000099000000000007");

    @TempDir
    private static Path folder;

    private static Database database;
    private static PostgresContracts contracts;

    @BeforeAll
    static void open() {
        database = Database.embedded(folder.resolve("database"), new SecureRandom());
        contracts = PostgresContracts.open(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    Contracts contracts() {
        return contracts;
    }

    private static Contract open(int secondsAgo) {
        ContractContent content =
                Members.content(Uuids.v7(NOW, RANDOM), NOW.minusSeconds(secondsAgo), Members.connection(DIR, A));
        return contracts.change(content.hash(), change -> {
            change.put(Contract.of(content));
            return Contract.of(content);
        });
    }

    /// As one of a newer version than ours.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aContractThatCannotBeReadIsLeftOutOfThoseThatAreOpen(int most) {
        Contract first = open(30);
        Contract spoilt = open(20);
        Contract last = open(10);
        String hash = spoilt.content().hash().value();
        database.jdbi(PostgresContracts.SCHEMA)
                .useHandle(handle -> handle.execute("UPDATE contract SET content = '{}' WHERE hash = ?", hash));
        List<Contract> found = new ArrayList<>();
        assertThat(contracts.eachOpen(OpenQuery.with(DIR, NOW, most), found::addAll))
                .containsExactly(spoilt.content().hash());
        assertThat(found).containsExactly(first, last);
        assertThatThrownBy(() -> contracts.find(spoilt.content().hash()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(hash);
        forget(List.of(first, spoilt, last));
    }

    private static Contract published(int secondsAgo) {
        ContractContent content = Members.content(
                Uuids.v7(NOW, RANDOM),
                NOW.minusSeconds(secondsAgo),
                new Grant.ServicePublication(X, new ServiceOffer(E, "parkeren", Protocol.HTTP_1_1), Optional.empty()));
        return contracts.change(content.hash(), change -> {
            change.put(Contract.of(content));
            return Contract.of(content);
        });
    }

    private static List<Contract> walked(int limit, SortOrder order) {
        List<Contract> walked = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            ContractQuery query = new ContractQuery(E, Optional.empty(), new Paging(after, limit, order));
            Page<Contract> page = Page.of(contracts.list(query), query.paging(), ContractQuery::key);
            walked.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return walked;
    }

    /// As of a newer version than ours, which knows other kinds of signatures and of certificates.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aContractWithASignatureThatCannotBeReadIsLeftOutToo(boolean otherCertificates) {
        List<Contract> both = List.of(published(2), published(1));
        String hash = both.getFirst().content().hash().value();
        String chain = otherCertificates
                ? "later"
                : ContractRows.text(List.of(Members.tls(Members.A).leaf()));
        database.jdbi(PostgresContracts.SCHEMA).useHandle(handle -> {
            long id = handle.createUpdate("INSERT INTO chain (digest, certificates) VALUES (sha256(:hash), :chain)")
                    .bind("hash", hash.getBytes(StandardCharsets.UTF_8))
                    .bind("chain", chain)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            handle.execute(
                    "INSERT INTO signature (contract, peer, type, signed_at, jws, chain) VALUES (?, ?, ?, 0, 'x', ?)",
                    hash,
                    E.value(),
                    otherCertificates ? "accept" : "later",
                    id);
        });

        assertThat(walked(4, SortOrder.ASCENDING)).containsExactly(both.getLast());
        assertThat(contracts.unreadable()).contains(both.getFirst().content().hash());

        database.jdbi(PostgresContracts.SCHEMA)
                .useHandle(handle -> handle.execute("DELETE FROM signature WHERE contract = ?", hash));
        assertThat(walked(4, SortOrder.ASCENDING)).isEqualTo(both);
        assertThat(contracts.unreadable())
                .doesNotContain(both.getFirst().content().hash());
        forget(both);
    }

    @Test
    void aContractThatCannotBeReadIsLeftOutOfListsAndTold() {
        List<Contract> all = new ArrayList<>();
        for (int second = 9; second > 0; second--) {
            all.add(published(second));
        }
        List<Contract> spoilt = List.of(all.get(2), all.get(3), all.get(8));
        List<String> hashes = spoilt.stream()
                .map(contract -> contract.content().hash().value())
                .toList();
        database.jdbi(PostgresContracts.SCHEMA)
                .useHandle(handle -> hashes.forEach(
                        hash -> handle.execute("UPDATE contract SET content = '{}' WHERE hash = ?", hash)));
        List<Contract> good =
                all.stream().filter(contract -> !spoilt.contains(contract)).toList();
        for (int limit = 1; limit < 10; limit++) {
            assertThat(walked(limit, SortOrder.ASCENDING))
                    .as("pages of %d", limit)
                    .isEqualTo(good);
            assertThat(walked(limit, SortOrder.DESCENDING)).isEqualTo(good.reversed());
        }
        assertThat(contracts.publications(NOW)).containsAll(good).doesNotContainAnyElementsOf(spoilt);
        assertThat(contracts.publications("parkeren", NOW)).isEqualTo(good);
        assertThat(contracts.unreadable())
                .containsExactlyInAnyOrderElementsOf(spoilt.stream()
                        .map(contract -> contract.content().hash())
                        .toList());
        assertThatThrownBy(() -> contracts.find(spoilt.getFirst().content().hash()))
                .isInstanceOf(IllegalStateException.class);

        spoilt.forEach(contract -> database.jdbi(PostgresContracts.SCHEMA)
                .useHandle(handle -> handle.execute(
                        "UPDATE contract SET content = ? WHERE hash = ?",
                        contract.content().tree().toBytes(),
                        contract.content().hash().value())));
        assertThat(walked(4, SortOrder.ASCENDING)).isEqualTo(all);
        assertThat(contracts.unreadable()).isEmpty();
        forget(all);
    }

    private static void forget(List<Contract> contracts) {
        contracts.forEach(contract -> database.jdbi(PostgresContracts.SCHEMA)
                .useHandle(handle ->
                        SignedRows.forget(handle, contract.content().hash().value())));
    }

    @Test
    void whatWaitsIsCountedAlikeAfterARestart() {
        ContractContent content = Members.content(Uuids.v7(NOW, RANDOM), NOW, Members.connection(D, A));
        contracts.change(content.hash(), change -> {
            change.put(Contract.of(content)
                    .with(new SignatureMaker(D, Members.signer(D)).sign(SignatureType.ACCEPT, content.hash(), NOW)));
            return "";
        });
        Contracts.Amount waiting = contracts.waiting(D, A, NOW);
        assertThat(waiting).isEqualTo(new Contracts.Amount(1, content.tree().toBytes().length));
        assertThat(PostgresContracts.open(database).waiting(D, A, NOW)).isEqualTo(waiting);
    }

    /// As a Manager finds it that was installed before chains stood apart.
    @Test
    void whatWasWrittenBeforeChainsStoodApartIsReadAlike() {
        database.jdbi("public").useHandle(handle -> handle.execute("CREATE SCHEMA older"));
        database.jdbi("older").useHandle(handle -> {
            migrate(handle, "V1__manager", "V2__around_contracts", "V3__outbox_by_target");
            List<Contract> stored = List.of(older(handle), older(handle));
            migrate(handle, "V4__chains_apart");
            assertThat(new ContractRows().read(handle, "", query -> query)).containsExactlyInAnyOrderElementsOf(stored);
            assertThat(handle.createQuery("SELECT count(*) FROM chain")
                            .mapTo(Integer.class)
                            .one())
                    .as("both are signed by one certificate")
                    .isOne();
            OpenQuery called = OpenQuery.calledBy(B, NOW, 10);
            assertThat(new ContractRows().read(handle, OpenRows.which(called), query -> OpenRows.bound(query, called)))
                    .as("which Outway may connect was not written down")
                    .containsExactlyInAnyOrderElementsOf(stored);
        });
    }

    private static void migrate(Handle handle, String... versions) {
        for (String version : versions) {
            handle.createScript(Bundled.text(PostgresContracts.class, "db/" + version + ".sql"))
                    .execute();
        }
    }

    private static Contract older(Handle handle) {
        ContractContent content = Members.content(Uuids.v7(NOW, RANDOM), NOW, Members.connection(B, A));
        ContractSignature accept =
                new SignatureMaker(B, Members.signer(B)).sign(SignatureType.ACCEPT, content.hash(), NOW);
        String hash = content.hash().value();
        handle.execute(
                "INSERT INTO contract (hash, iv, created_at, not_after, content, publishes) VALUES (?, ?, ?, ?, ?, ?)",
                hash,
                content.iv(),
                content.createdAt().getEpochSecond(),
                content.validity().notAfter().getEpochSecond(),
                content.tree().toBytes(),
                false);
        for (PeerId peer : content.peers()) {
            handle.execute(
                    "INSERT INTO contract_peer (peer, created_at, contract) VALUES (?, ?, ?)",
                    peer.value(),
                    content.createdAt().getEpochSecond(),
                    hash);
        }
        handle.execute(
                "INSERT INTO contract_grant (hash, contract, type, service) VALUES (?, ?, ?, ?)",
                content.grantHashes().getFirst().value(),
                hash,
                content.grants().getFirst().type().wire(),
                content.grants().getFirst().serviceName());
        handle.execute(
                "INSERT INTO signature (contract, peer, type, signed_at, jws, chain) VALUES (?, ?, ?, ?, ?, ?)",
                hash,
                accept.peer().value(),
                accept.type().wire(),
                accept.signedAt().getEpochSecond(),
                accept.jws(),
                ContractRows.text(accept.chain()));
        return Contract.of(content).with(accept);
    }
}
