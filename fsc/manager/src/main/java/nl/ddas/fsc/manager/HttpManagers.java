// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.OwnMachine;
import nl.ddas.basis.UnwantedServer;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.ReceivedError;
import nl.ddas.fsc.model.StrictJson;

/// The way to other Managers over mutual TLS.
public final class HttpManagers implements OtherManagers {

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    /// Far above a hundred keys; anybody can make us ask for these.
    private static final int JWKS_BYTES = 512 * 1024;

    private static final Duration LONGEST = Duration.ofSeconds(60);

    /// What others say of a question that is too long itself, or whose answer would be; 413 is what we say
    /// ourselves.
    private static final Set<Integer> TOO_MUCH = Set.of(413, 414, 431);

    private final HttpClient client;
    private final Group group;
    private final ManagerAddress own;
    private final boolean localAllowed;
    private final Duration longest;

    /// @param own where we are ourselves
    /// @param localAllowed whether addresses of this machine may be called: for demo and test
    public HttpManagers(HttpClient client, Group group, ManagerAddress own, boolean localAllowed) {
        this(client, group, own, localAllowed, LONGEST);
    }

    /// @param longest a call may take, from its first byte to the last of its answer
    HttpManagers(HttpClient client, Group group, ManagerAddress own, boolean localAllowed, Duration longest) {
        this.client = client;
        this.group = group;
        this.own = own;
        this.localAllowed = localAllowed;
        this.longest = longest;
    }

    private record Reply(int status, Headers headers, byte[] body) {}

    @Override
    public Handover hand(Called to, Parcel parcel) {
        byte[] body = JsonObject.EMPTY
                .with("contract_content", parcel.content().tree())
                .with("signature", parcel.jws())
                .toBytes();
        boolean submit = parcel.action() == Delivery.Action.SUBMIT;
        String path = submit
                ? "/contracts"
                : "/contracts/" + FormText.encode(parcel.content().hash().value()) + "/"
                        + parcel.action().signature().wire();
        try {
            Reply reply = call(submit ? "POST" : "PUT", to, path, body);
            if (reply.status() / 100 == 2) {
                return new Handover.Taken();
            }
            ReceivedError error = ReceivedError.read(reply.status(), reply.headers(), reply.body());
            return error.permanent()
                    ? new Handover.Refused(error)
                    : new Handover.NotNow(error.status() + " " + error.message());
        } catch (PeerUnreachable unreachable) {
            return new Handover.Unsure(unreachable.why());
        }
    }

    @Override
    public Jwks jwks(Called of) {
        return Jwks.read(get(of, "/.well-known/jwks.json", JWKS_BYTES));
    }

    @Override
    public List<JsonObject> contracts(Called of, List<GrantHash> grants) {
        String hashes =
                grants.stream().map(hash -> FormText.encode(hash.value())).collect(Collectors.joining(","));
        return Json.objects(get(of, "/contracts?grant_hash=" + hashes), "contracts")
                .toList();
    }

    @Override
    public Optional<ManagerAddress> address(Called directory, PeerId wanted) {
        return Json.objects(get(directory, "/peers?peer_id=" + FormText.encode(wanted.value())), "peers")
                .filter(peer -> peer.text("id").equals(Optional.of(wanted.value())))
                .flatMap(peer -> peer.text("manager_address").stream())
                .flatMap(address -> ManagerAddress.read(address, group.ports()).stream())
                .findFirst();
    }

    @Override
    public void announce(Called to) {
        Reply reply = call("PUT", to, "/announce", new byte[0]);
        if (reply.status() / 100 != 2) {
            // It says what is wrong with the address that we tell, and nobody else sees that.
            ReceivedError error = ReceivedError.read(reply.status(), reply.headers(), reply.body());
            throw new PeerUnreachable(
                    to.peer(), ("announcing was answered with " + error.status() + " " + error.message()).strip());
        }
    }

    @Override
    public JsonObject look(Called of, String path) {
        return get(of, path);
    }

    private JsonObject get(Called of, String path) {
        return get(of, path, MOST_BYTES);
    }

    private JsonObject get(Called of, String path, int most) {
        Reply reply = call("GET", of, path, new byte[0]);
        boolean good = reply.status() == 200;
        if (TOO_MUCH.contains(reply.status()) || (good && reply.body().length > most)) {
            throw new TooMuchAsked(of.peer(), reply.status());
        }
        if (!good) {
            throw refused(of, reply);
        }
        return switch (StrictJson.readAnswer(reply.body())) {
            case StrictJson.Read(JsonObject object) -> object;
            case StrictJson.Refused(String _, boolean tooMuch)
            when tooMuch -> throw new TooMuchAsked(of.peer(), reply.status());
            case StrictJson.Refused(String reason, boolean _) -> throw new UnreadableAnswer(of.peer(), reason);
        };
    }

    private static PeerUnreachable refused(Called of, Reply reply) {
        ReceivedError error = ReceivedError.read(reply.status(), reply.headers(), reply.body());
        String what = "expected 200, got " + error.status()
                + error.known().map(code -> " " + code.wire()).orElse("");
        return error.permanent() ? new PeerAtFault(of.peer(), what) : new PeerUnreachable(of.peer(), what);
    }

    /// Calls, and breaks off what takes too long: who sends a byte now and then is never silent.
    private Reply call(String method, Called to, String path, byte[] body) {
        FutureTask<Reply> call = new FutureTask<>(() -> answer(method, to, path, body));
        Thread.ofVirtual().name("call-manager").start(call);
        try {
            return call.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof PeerUnreachable unreachable
                    ? unreachable
                    : new IllegalStateException("calling " + to.at() + " failed", failed.getCause());
        } catch (TimeoutException late) {
            call.cancel(true);
            throw new PeerUnreachable(to.peer(), "no whole answer at " + to.at() + " within " + longest, late);
        } catch (InterruptedException stop) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new PeerUnreachable(to.peer(), "the call to " + to.at() + " was broken off", stop);
        }
    }

    private Reply answer(String method, Called to, String path, byte[] body) {
        refuseLocal(to);
        Headers headers = method.equals("GET")
                ? Headers.NONE
                : Headers.of("Content-Type", "application/json", ManagerAddress.HEADER, own.toString());
        URI uri = URI.create(to.at() + "/v1" + path);
        HttpClient.Call call = new HttpClient.Call(method, uri, headers, body);
        try (HttpClient.Answer answer = client.send(call, chain -> isManagerOf(to.peer(), chain))) {
            return new Reply(answer.status(), answer.headers(), answer.body().readNBytes(MOST_BYTES + 1));
        } catch (UnwantedServer other) {
            throw new PeerUnreachable(to.peer(), "at " + to.at() + " another peer answered", other);
        } catch (IOException failed) {
            throw new PeerUnreachable(to.peer(), "no answer at " + to.at(), failed);
        }
    }

    private boolean isManagerOf(PeerId peer, List<X509Certificate> chain) {
        return chain.stream()
                .findFirst()
                .flatMap(certificate -> group.peerIds().identify(certificate))
                .map(PeerIdentity::id)
                .equals(Optional.of(peer));
    }

    /// An address comes from another Peer: it must not lead us into our own machine.
    private void refuseLocal(Called to) {
        if (localAllowed) {
            return;
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(to.at().host())) {
                if (OwnMachine.has(address)) {
                    throw new PeerUnreachable(to.peer(), to.at() + " is an address of this machine");
                }
            }
        } catch (IOException unknown) {
            throw new PeerUnreachable(to.peer(), "the name in " + to.at() + " is not known", unknown);
        }
    }
}
