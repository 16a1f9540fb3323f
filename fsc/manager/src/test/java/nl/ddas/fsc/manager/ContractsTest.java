// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.Cursor;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.GrantType;
import nl.ddas.fsc.model.Paging;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.SortOrder;
import nl.ddas.fsc.model.Uuids;
import nl.ddas.trust.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every store of a Manager does.
abstract class ContractsTest extends WaitingContractsTest {

    private static final Instant NOW = Members.NOW;
    private static final Random RANDOM = new Random(1);

    @Test
    void findsNothingThatIsNotThere() {
        ContractContent content = content(NOW);
        assertThat(contracts().find(content.hash())).isEmpty();
        assertThat(contracts().withIv(content.iv())).isEmpty();
        assertThat(contracts().withGrant(new GrantHash("$1$3$" + "A".repeat(86))))
                .isEmpty();
        assertThat(contracts().peer(new PeerId("nobody"))).isEmpty();
    }

    @Test
    void givesBackWhatItGot() {
        ContractContent content = content(NOW);
        Contract first = stored(content, B, SignatureType.ACCEPT);
        assertThat(contracts().find(content.hash())).contains(first);
        Contract second = stored(content, A, SignatureType.REJECT);
        Contract read = contracts().withGrant(content.grantHashes().getFirst()).orElseThrow();
        assertThat(read.signatures()).containsExactlyInAnyOrderElementsOf(second.signatures());
        assertThat(read.content().tree()).isEqualTo(content.tree());
        assertThat(contracts().withIv(content.iv())).contains(content.hash());
    }

    @Test
    void keepsNothingOfAChangeThatFails() {
        ContractContent content = content(NOW);
        assertThatThrownBy(() -> contracts().change(content.hash(), change -> {
                    change.put(Contract.of(content));
                    change.send(Delivery.now(content.hash(), B, Delivery.Action.SUBMIT, NOW));
                    throw new IllegalStateException("killed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(contracts().find(content.hash())).isEmpty();
        assertThat(contracts().delivery(content.hash(), B, Delivery.Action.SUBMIT))
                .isEmpty();
    }

    @Test
    void putsANewerSignatureInThePlaceOfTheOld() {
        ContractContent content = content(NOW);
        stored(content, B, SignatureType.ACCEPT);
        Contract renewed = contracts().change(content.hash(), change -> {
            Contract contract = change.contract()
                    .orElseThrow()
                    .with(new SignatureMaker(B, Members.renewed(B))
                            .sign(SignatureType.ACCEPT, content.hash(), NOW.plusSeconds(9)));
            change.put(contract);
            return contract;
        });
        assertThat(contracts().find(content.hash())).contains(renewed);
    }

    @Test
    void listsInPagesBothWays() {
        List<ContractContent> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ContractContent content =
                    Members.content(Uuids.v7(NOW, RANDOM), NOW.minusSeconds(100 + i / 2), Members.connection(C, C));
            made.add(content);
            contracts().change(content.hash(), change -> {
                change.put(Contract.of(content));
                return "";
            });
        }
        for (SortOrder order : SortOrder.values()) {
            List<String> walked = new ArrayList<>();
            Optional<Cursor> after = Optional.empty();
            do {
                ContractQuery query =
                        new ContractQuery(C, Optional.of(GrantType.SERVICE_CONNECTION), new Paging(after, 3, order));
                Page<Contract> page = Page.of(contracts().list(query), query.paging(), ContractQuery::key);
                page.items().forEach(c -> walked.add(c.content().hash().value()));
                after = page.next();
            } while (after.isPresent());
            assertThat(walked).hasSize(7).doesNotHaveDuplicates();
            List<String> keys = made.stream()
                    .sorted(Comparator.comparing(ContractContent::createdAt)
                            .thenComparing(c -> c.hash().value()))
                    .map(c -> c.hash().value())
                    .toList();
            assertThat(walked).isEqualTo(order == SortOrder.ASCENDING ? keys : keys.reversed());
        }
        assertThat(contracts()
                        .list(new ContractQuery(
                                C,
                                Optional.of(GrantType.SERVICE_PUBLICATION),
                                new Paging(Optional.empty(), 3, SortOrder.ASCENDING))))
                .isEmpty();
    }

    @Test
    void handsOverContractsAsTheyAreStored() {
        PeerId peer = new PeerId("00000099000000000042");
        List<Contract> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ContractContent content =
                    Members.content(Uuids.v7(NOW, RANDOM), NOW.minusSeconds(100 + i), Members.connection(B, peer));
            Contract contract = stored(content, B, SignatureType.ACCEPT);
            made.add(i == 1 ? stored(content, B, SignatureType.REVOKE) : contract);
        }
        Paging three = new Paging(Optional.empty(), 3, SortOrder.DESCENDING);
        WrittenContracts page = contracts().written(new ContractQuery(peer, Optional.empty(), three), 1_000_000);
        assertThat(page.more()).isTrue();
        assertThat(Tester.json(new String(page.toBytes(), StandardCharsets.UTF_8))
                        .array("contracts"))
                .contains(List.copyOf(
                        made.subList(0, 3).stream().map(Contract::toJson).toList()));

        Set<GrantHash> grants = made.stream()
                .map(contract -> contract.content().grantHashes().getFirst())
                .collect(Collectors.toUnmodifiableSet());
        assertThat(contracts().written(grants, peer, 1_000_000).items()).hasSize(5);
        assertThat(contracts().written(grants, C, 1_000_000).items()).isEmpty();
    }

    @Test
    void whatIsTooLongTogetherComesInParts() {
        PeerId peer = new PeerId("00000099000000000043");
        List<ContractContent> made = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ContractContent content =
                    Members.content(Uuids.v7(NOW, RANDOM), NOW.minusSeconds(100 + i), Members.connection(B, peer));
            stored(content, B, SignatureType.ACCEPT);
            made.add(content);
        }
        Paging all = new Paging(Optional.empty(), 100, SortOrder.DESCENDING);
        ContractQuery query = new ContractQuery(peer, Optional.empty(), all);
        int one = contracts().written(query, 1).items().getFirst().size();
        WrittenContracts first = contracts().written(query, one + 1);
        assertThat(first.items())
                .as("the second begins before the end of the room")
                .hasSize(2);
        assertThat(first.more()).isTrue();
        Paging rest = new Paging(Optional.of(first.items().getLast().key()), 100, SortOrder.DESCENDING);
        WrittenContracts second = contracts().written(new ContractQuery(peer, Optional.empty(), rest), 1_000_000);
        assertThat(second.items()).hasSize(2);
        assertThat(second.more()).isFalse();
        Set<GrantHash> grants =
                made.stream().map(c -> c.grantHashes().getFirst()).collect(Collectors.toUnmodifiableSet());
        assertThat(contracts().written(grants, peer, one).more()).isTrue();
    }

    @Test
    void knowsWhichContractsLive() {
        ContractContent living = content(NOW);
        ContractContent rejected = content(NOW);
        stored(living, B, SignatureType.ACCEPT);
        stored(rejected, B, SignatureType.REJECT);
        assertThat(open(OpenQuery.with(B, NOW, 1000))).contains(living.hash()).doesNotContain(rejected.hash());
        assertThat(open(OpenQuery.with(B, NOW.plusSeconds(100_000), 1000))).isEmpty();
        assertThat(contracts().publications(NOW)).isEmpty();
    }

    private List<ContentHash> open(OpenQuery query) {
        List<ContentHash> found = new ArrayList<>();
        contracts().eachOpen(query, some -> {
            assertThat(some).hasSizeBetween(1, query.most());
            some.forEach(contract -> found.add(contract.content().hash()));
        });
        return found;
    }

    /// A store of its own, as it were: of a Peer that no other test knows.
    private List<ContractContent> of(PeerId peer, int many) {
        List<ContractContent> made = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            ContractContent content =
                    Members.content(Uuids.v7(NOW, RANDOM), NOW.minusSeconds(100 - i / 2), Members.connection(B, peer));
            stored(content, B, SignatureType.ACCEPT);
            made.add(content);
        }
        return made;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 7, 8})
    void givesEachOpenContractOnceInWhateverPieces(int most) {
        PeerId peer = new PeerId("0000009900000000005" + most);
        List<ContentHash> made = of(peer, 7).stream()
                .sorted(Comparator.comparing(ContractContent::createdAt)
                        .thenComparing(content -> content.hash().value()))
                .map(ContractContent::hash)
                .toList();
        assertThat(open(OpenQuery.with(peer, NOW, most))).isEqualTo(made);
        assertThat(open(OpenQuery.with(B, NOW, most))).containsAll(made);
        assertThat(open(OpenQuery.calledBy(peer, NOW, most))).isEmpty();
        assertThat(open(OpenQuery.calledBy(B, NOW, most))).containsAll(made);
    }

    /// Who proposes something can name any Peer on it.
    @Test
    void thePeersToLookForHaveSaidOrTakenSomethingOrAreKnown() {
        PeerId known = new PeerId("00000099000000000061");
        PeerId took = new PeerId("00000099000000000062");
        PeerId offered = new PeerId("00000099000000000063");
        PeerId madeUp = new PeerId("00000099000000000064");
        of(known, 1);
        of(madeUp, 1);
        contracts().meet(new Peer(known, "Known", SimulatedManager.address(known), NOW));
        ContentHash taken = of(took, 1).getFirst().hash();
        ContentHash waiting = of(offered, 1).getFirst().hash();
        contracts().change(taken, change -> {
            change.send(Delivery.now(taken, took, Delivery.Action.SUBMIT, NOW).done());
            return "";
        });
        contracts().change(waiting, change -> {
            change.send(Delivery.now(waiting, offered, Delivery.Action.SUBMIT, NOW));
            return "";
        });
        assertThat(contracts().openPeers(NOW)).contains(known, took, B).doesNotContain(offered, madeUp);
        assertThat(contracts().openPeers(NOW.plusSeconds(100_000))).isEmpty();
    }

    @Test
    void countsHowOpenContractsStand() {
        Predicate<List<X509Certificate>> all = chain -> true;
        Predicate<List<X509Certificate>> butNew =
                chain -> !chain.getFirst().equals(Members.renewed(A).leaf());
        Map<ContractState, Integer> before = contracts().openStates(NOW, all);
        Map<ContractState, Integer> beforeBad = contracts().openStates(NOW, butNew);
        content(A, Members.signer(A), SignatureType.ACCEPT);
        content(A, Members.renewed(A), SignatureType.ACCEPT);
        content(A, Members.signer(A), SignatureType.REVOKE);
        of(A, 3);

        Map<ContractState, Integer> after = contracts().openStates(NOW, all);
        assertThat(added(before, after, ContractState.PROPOSED)).isEqualTo(3);
        assertThat(added(before, after, ContractState.VALID)).isEqualTo(2);
        assertThat(added(before, after, ContractState.SUSPENDED)).isZero();
        Map<ContractState, Integer> afterBad = contracts().openStates(NOW, butNew);
        assertThat(added(beforeBad, afterBad, ContractState.VALID)).isEqualTo(1);
        assertThat(added(beforeBad, afterBad, ContractState.SUSPENDED)).isEqualTo(1);
        assertThat(contracts().openStates(NOW.plusSeconds(100_000), all).values())
                .allMatch(count -> count == 0);
    }

    private static int added(
            Map<ContractState, Integer> before, Map<ContractState, Integer> after, ContractState state) {
        return after.getOrDefault(state, 0) - before.getOrDefault(state, 0);
    }

    /// Accepted by B, and then signed by another.
    private ContractContent content(PeerId signer, Identity key, SignatureType type) {
        ContractContent content = content(NOW);
        stored(content, B, SignatureType.ACCEPT);
        contracts().change(content.hash(), change -> {
            change.put(change.contract()
                    .orElseThrow()
                    .with(new SignatureMaker(signer, key).sign(type, content.hash(), NOW)));
            return "";
        });
        return content;
    }

    @Test
    void knowsWithWhichCertificatesAPeerAccepted() {
        X509Certificate now = Members.renewed(A).leaf();
        ContractContent renewed = content(A, Members.renewed(A), SignatureType.ACCEPT);
        ContractContent older = content(A, Members.signer(A), SignatureType.ACCEPT);
        ContractContent revoked = content(A, Members.signer(A), SignatureType.REVOKE);
        assertThat(contracts().acceptedBy(A, NOW))
                .contains(now, Members.signer(A).leaf())
                .doesNotContain(Members.signer(B).leaf());
        assertThat(contracts().acceptedBy(A, NOW.plusSeconds(100_000))).isEmpty();
        assertThat(contracts().acceptedOtherwise(A, now, NOW))
                .contains(older.hash())
                .doesNotContain(renewed.hash(), revoked.hash());
    }

    @Test
    void settlesADeliveryOnlyWhenItIsAsItWas() {
        ContractContent content = content(NOW);
        stored(content, B, SignatureType.ACCEPT);
        Delivery row =
                contracts().delivery(content.hash(), A, Delivery.Action.ACCEPT).orElseThrow();
        assertThat(contracts().due(NOW, Set.of(), 1000)).contains(row);
        assertThat(contracts().due(NOW, Set.of(B), 1000)).contains(row);
        assertThat(contracts().due(NOW, Set.of(A, B), 1000)).doesNotContain(row);
        Delivery later = row.later("away", NOW, RANDOM);
        assertThat(contracts().settle(row, later)).isTrue();
        assertThat(contracts().settle(row, row.done())).isFalse();
        assertThat(contracts().due(NOW, Set.of(), 1000)).doesNotContain(later);
        assertThat(contracts().undone()).contains(later);
        assertThat(contracts().settle(later, later.done())).isTrue();
        assertThat(contracts().undone()).doesNotContain(later.done(), later);
    }

    @Test
    void tellsForWhomATryBroke() {
        ContractContent content = content(NOW);
        stored(content, B, SignatureType.ACCEPT);
        Delivery row =
                contracts().delivery(content.hash(), A, Delivery.Action.ACCEPT).orElseThrow();
        Delivery away = row.later("away", NOW, RANDOM);
        assertThat(contracts().settle(row, away)).isTrue();
        assertThat(contracts().brokenTargets()).isEmpty();
        Delivery broken = away.later(Delivery.BROKEN, NOW, RANDOM);
        assertThat(contracts().settle(away, broken)).isTrue();
        assertThat(contracts().brokenTargets()).containsExactly(A);
        assertThat(contracts().settle(broken, broken.done())).isTrue();
        assertThat(contracts().brokenTargets()).isEmpty();
    }

    @Test
    void remembersPeers() {
        Peer peer = new Peer(B, "Peer B", SimulatedManager.address(B), NOW);
        contracts().meet(peer);
        Peer moved = new Peer(B, "Peer B", SimulatedManager.address(C), NOW.plusSeconds(5));
        contracts().meet(moved);
        assertThat(contracts().peer(B)).contains(moved);
        assertThat(contracts().peers()).contains(moved).doesNotContain(peer);
    }
}
