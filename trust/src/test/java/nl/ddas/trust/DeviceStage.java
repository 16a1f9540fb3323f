// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;

/// What [DeviceKeysTest] does with a device, in a process of its own: the library of the device reads an environment
/// variable that a running Java cannot set. Prints a line for each thing that went as it should.
final class DeviceStage {

    /// TLS looks at the system clock, whatever clock we pass.
    private static final Clock CLOCK = Clock.systemUTC();

    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final int THREADS = 4;
    private static final int EACH = 100;

    private final Path folder;
    private final Path configuration;
    private final char[] pin;
    private final Authority authority =
            Authority.create(Environment.TEST, new KeyMaker(2048, new SecureRandom()), CLOCK);

    private DeviceStage(Path folder, String pin) {
        this.folder = folder;
        this.configuration = folder.resolve("hsm.cfg");
        this.pin = pin.toCharArray();
    }

    public static void main(String[] args) throws Exception {
        new DeviceStage(Path.of(args[0]), args[1]).run();
    }

    private void run() throws Exception {
        put("ondertekening", Purpose.SIGNING);
        put("tls", Purpose.TLS);
        DeviceKeys device = DeviceKeys.open(configuration, pin.clone());
        Identity signing = device.identity("ondertekening", folder.resolve("ondertekening.pem"));
        tell("the key stays inside", signing.key().getEncoded() == null);
        sign(signing);
        Path tls = folder.resolve("tls.pem");
        connect(device.identity("tls", tls));
        refused("another alias", () -> device.identity("geen", folder.resolve("tls.pem")));
        refused("another chain", () -> device.identity("tls", folder.resolve("ondertekening.pem")));
        Path again = folder.resolve("again.cfg");
        Files.writeString(
                again, "# the same\n" + Files.readString(configuration).replace(" = ", "="));
        tell(
                "the same device again",
                DeviceKeys.open(again, pin.clone()).identity("tls", tls).key() != null);
        Path other = folder.resolve("other.cfg");
        Files.writeString(other, Files.readString(configuration).replace("slotListIndex = 0", "slotListIndex = 1"));
        refused("another device of the same name", () -> DeviceKeys.open(other, pin.clone()));
        refused("no device", () -> DeviceKeys.open(folder.resolve("nergens.cfg"), pin.clone()));
        goAway(signing);
    }

    private void put(String alias, Purpose purpose) throws Exception {
        Identity identity = authority.issue(
                purpose, new Holder("Een", new Oin("00000099000000001000"), List.of("localhost", "127.0.0.1")));
        Provider device = Security.getProvider("ddas") == null
                ? Security.getProvider("SunPKCS11").configure(configuration.toString())
                : Security.getProvider("ddas");
        KeyStore store = KeyStore.getInstance("PKCS11", device);
        store.load(null, pin.clone());
        store.setKeyEntry(alias, identity.key(), null, new X509Certificate[] {identity.leaf()});
        Files.writeString(folder.resolve(alias + ".pem"), Pem.write(identity.chain()));
    }

    private void sign(Identity signing) throws Exception {
        PayloadSigner signer = new PayloadSigner(signing, CLOCK);
        PayloadVerifier verifier =
                new PayloadVerifier(authority::trust, new Freshness.Request(), Strictness.BASELINE_B, CLOCK);
        int good = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                byte[] body = new byte[1000 * (thread + 1)];
                running.add(threads.submit(() -> signed(signer, verifier, body)));
            }
            for (Future<Integer> one : running) {
                good += one.get();
            }
        }
        tell("400 signatures by 4 threads", good == THREADS * EACH);
    }

    private static int signed(PayloadSigner signer, PayloadVerifier verifier, byte[] body) {
        int good = 0;
        for (int i = 0; i < EACH; i++) {
            Headers headers = signer.sign(body).addTo(Headers.NONE);
            good += verifier.verify(headers, body) instanceof PayloadVerifier.Verdict.Verified ? 1 : 0;
        }
        return good;
    }

    private void connect(Identity own) throws IOException {
        Tls tls = new Tls(
                own.key(), own.chain(), List.of(authority.root()), new Revocation.Checked(authority.crls(), CLOCK));
        try (Network network = Network.open();
                HttpServer server = HttpServer.start(
                        network,
                        new HttpServer.Config("127.0.0.1", 0, Optional.of(tls), 1024, WAIT),
                        (Request request) -> Response.text(200, "text/plain", "in"));
                HttpClient client = HttpClient.open(network, new HttpClient.Config(Optional.of(tls), WAIT, WAIT));
                HttpClient.Answer answer = client.send(new HttpClient.Call(
                        "GET", URI.create("https://127.0.0.1:" + server.port() + "/"), Headers.NONE, new byte[0]))) {
            String said = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
            tell("both ends of a connection", said.equals("in"));
        }
    }

    /// What may be refused.
    private interface Step {
        Object run() throws IOException;
    }

    private static void refused(String what, Step step) {
        try {
            tell(what + " is refused", step.run() == null);
        } catch (IOException asItShould) {
            tell(what + " is refused", true);
        }
    }

    private void goAway(Identity signing) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("tokens"))) {
            files.sorted(Comparator.reverseOrder()).forEach(DeviceStage::delete);
        }
        try {
            PayloadSigner.Signature _ = new PayloadSigner(signing, CLOCK).sign(new byte[10]);
            tell("a device that is away is told", false);
        } catch (IllegalStateException away) {
            tell("a device that is away is told", true);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    private static void tell(String what, boolean good) {
        System.out.println((good ? "good: " : "bad: ") + what);
    }
}
