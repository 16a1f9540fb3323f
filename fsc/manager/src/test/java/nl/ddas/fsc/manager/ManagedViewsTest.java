// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.DIR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Response;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.TransactionId;
import org.junit.jupiter.api.Test;

/// What operators see of a Directory that has more than fits on one page.
class ManagedViewsTest extends CountedManagers {

    private final List<String> paths = new ArrayList<>();
    private final List<LogRecord> log = new ArrayList<>();
    private boolean endless;

    @Override
    public JsonObject look(Called of, String path) {
        paths.add(path);
        int page = path.contains("cursor=volgende2") ? 3 : path.contains("cursor=volgende1") ? 2 : 1;
        String next = endless ? "volgende1" : page < 3 ? "volgende" + page : "";
        JsonObject peer = JsonObject.EMPTY.with("id", "peer-" + page).with("name", "Peer " + page);
        JsonObject service = JsonObject.EMPTY.with("data", JsonObject.EMPTY.with("name", "dienst-" + page));
        return JsonObject.EMPTY
                .with("peers", Json.array(List.of(peer).stream()))
                .with("services", Json.array(List.of(service).stream()))
                .with("pagination", JsonObject.EMPTY.with("next_cursor", next));
    }

    private ManagedViews views() {
        Self self = new Self(
                new PeerIdentity(A, "A"),
                SimulatedManager.address(A),
                Members.GROUP,
                () -> new SignatureMaker(A, Members.signer(A)),
                Clock.systemUTC(),
                new Random(1));
        Store store = new Store(new MemoryContracts(), new MemoryKept(), new MemoryAudit(), new LogList(log));
        ServiceListing services =
                new ServiceListing(self, store.contracts(), new Standing((chain, now) -> Optional.empty()));
        List<Called> directories = List.of(new Called(DIR, SimulatedManager.address(DIR)));
        return new ManagedViews(
                self,
                store,
                new Lists(self, store.contracts(), services, store.logs()),
                this,
                new Addresses(store.contracts(), this, directories),
                directories);
    }

    private static LogRecord record() {
        return new LogRecord(
                new TransactionId("0199a1b2-0000-7000-8000-000000000001"),
                LogRecord.Direction.INCOMING,
                new GrantHash("$1$3$" + "A".repeat(86)),
                DIR,
                Optional.empty(),
                A,
                Optional.empty(),
                "parkeren",
                Members.NOW,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void transactionsThatAreTooLongTogetherAreNotShownInPart() {
        ManagementApi.Question asked = question("transactionId=" + record().transaction());
        log.addAll(Collections.nCopies(100, record()));
        assertThat(views().logs(asked).status()).isEqualTo(200);
        log.add(record());
        assertThatThrownBy(() -> views().logs(asked))
                .isInstanceOf(BadForm.class)
                .hasMessageContaining("te lang voor één antwoord");
        assertThat(views().logs(question("")).status()).isEqualTo(200);
    }

    private static List<String> texts(Response answer, String list, String member) {
        JsonObject json = answer.body() instanceof Response.Body.Bytes(byte[] bytes)
                ? Tester.json(new String(bytes, StandardCharsets.UTF_8))
                : JsonObject.EMPTY;
        return Json.objects(json, list)
                .map(item -> item.text(member).orElse(""))
                .toList();
    }

    private static ManagementApi.Question question(String query) {
        return new ManagementApi.Question(List.of(), FormText.read(query).orElseThrow(), JsonObject.EMPTY);
    }

    @Test
    void allPagesOfADirectoryAreShown() {
        assertThat(texts(views().directoryPeers(question("")), "peers", "peerId"))
                .containsExactly("peer-1", "peer-2", "peer-3");
        assertThat(texts(views().directoryServices(question("serviceName=dienst")), "services", "name"))
                .containsExactly("dienst-1", "dienst-2", "dienst-3");
        assertThat(paths)
                .containsExactly(
                        "/peers?limit=1000",
                        "/peers?limit=1000&cursor=volgende1",
                        "/peers?limit=1000&cursor=volgende2",
                        "/services?limit=1000&service_name=dienst",
                        "/services?limit=1000&service_name=dienst&cursor=volgende1",
                        "/services?limit=1000&service_name=dienst&cursor=volgende2");
    }

    @Test
    void allOfOurOwnAreShownWhenWeAreTheDirectory() {
        ManagedViews views = views();
        List<String> ids =
                IntStream.range(0, 1500).mapToObj(n -> "%020d".formatted(n)).toList();
        ids.forEach(id -> views.store()
                .contracts()
                .meet(new Peer(new PeerId(id), "Peer", SimulatedManager.address(A), Members.NOW)));
        assertThat(texts(views.directoryPeers(question("directoryPeerId=" + A)), "peers", "peerId"))
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void aDirectoryThatGoesOnForEverIsLeft() {
        endless = true;
        assertThat(texts(views().directoryPeers(question("")), "peers", "peerId"))
                .hasSize(100);
    }
}
