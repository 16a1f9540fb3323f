// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.ddas.basis.Database;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.PeerIdRule;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.TlsPeer;
import nl.ddas.fsc.model.TokenMaker;
import nl.ddas.fsc.model.TrustedChains;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long a list and a token take with many contracts in PostgreSQL; prints figures, asserts only that all is there.
@Tag("zwaar")
class ManyContractsTest {

    private static final int CONTRACTS = Integer.getInteger("ddas.fsc.contracts", 10_000);
    private static final int CALLS = 500;

    @TempDir
    private Path folder;

    @Test
    void listsAndGivesTokens() {
        try (Database database = Database.embedded(folder.resolve("database"), new SecureRandom())) {
            PostgresContracts contracts = PostgresContracts.open(database);
            List<GrantHash> grants = fill(contracts);
            Self self = new Self(
                    new PeerIdentity(A, "Peer A"),
                    SimulatedManager.address(A),
                    Members.GROUP,
                    () -> new SignatureMaker(A, Members.signer(A)),
                    Clock.systemUTC(),
                    new SecureRandom());
            Standing standing = new Standing(new TrustedChains(Members.AUTHORITY::trust));
            Registrations registrations = new Registrations();
            registrations.register(new Registrations.Registration(
                    "parkeren", URI.create("https://inway.test:443"), Clock.systemUTC().instant()));
            Tokens tokens = new Tokens(
                    self,
                    contracts,
                    standing,
                    registrations,
                    () -> new TokenMaker(Members.signer(A)),
                    Duration.ofMinutes(5));
            Lists lists = new Lists(
                    self, contracts, new ServiceListing(self, contracts, standing), TransactionLogs.NONE);
            TlsPeer caller = PeerIdRule.OIN.peer(Members.tls(B).leaf()).orElseThrow();
            measure("list", call -> lists.contracts(new FormText(Map.of()), B));
            Object last = measure(
                    "token",
                    call -> tokens.token(
                            "application/x-www-form-urlencoded",
                            "grant_type=client_credentials&client_id=" + B + "&scope="
                                    + grants.get(call * 7 % grants.size()),
                            caller));
            assertThat(last).isInstanceOf(Tokens.Answer.Given.class);
        }
    }

    private static List<GrantHash> fill(Contracts contracts) {
        Instant now = Clock.systemUTC().instant().minusSeconds(10);
        List<GrantHash> grants = new ArrayList<>();
        for (int i = 0; i < CONTRACTS; i++) {
            ContractContent content = Stage.content(Members.connection(B, A));
            Contract contract = Contract.of(content)
                    .with(new SignatureMaker(A, Members.signer(A)).sign(SignatureType.ACCEPT, content.hash(), now))
                    .with(new SignatureMaker(B, Members.signer(B)).sign(SignatureType.ACCEPT, content.hash(), now));
            grants.add(content.grantHashes().getFirst());
            boolean _ = contracts.change(content.hash(), change -> {
                change.put(contract);
                return true;
            });
        }
        return grants;
    }

    private static Object measure(String what, IntFunction<Object> call) {
        IntStream.range(0, CALLS).forEach(call::apply);
        long[] micros = new long[CALLS];
        Object last = "";
        for (int i = 0; i < CALLS; i++) {
            long begin = System.nanoTime();
            last = call.apply(i);
            micros[i] = (System.nanoTime() - begin) / 1000;
        }
        Arrays.sort(micros);
        System.out.println(what + " with " + CONTRACTS + " contracts: median " + micros[CALLS / 2] + " us, p99 "
                + micros[CALLS * 99 / 100] + " us");
        return last;
    }
}
