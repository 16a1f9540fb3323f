// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.basis.Response;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsProfile;
import nl.ddas.testkit.SoftHsm;
import nl.ddas.trust.Authority;
import nl.ddas.trust.DeviceKeys;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Pem;
import nl.ddas.trust.Purpose;

/// Listeners by the profile `digikoppeling` whose keys stay in a device, in a process of its own (see
/// [SoftHsm]): the listener below all of our servers, once with a key of RSA and once with one on P-256.
final class DeviceListener implements AutoCloseable {

    private static final List<String> KEYS = List.of("RSA", "ECDSA");
    private static final String READY = "ready";

    private final Process process;
    private final List<Listening> listening;

    /// One that listens.
    ///
    /// @param key what its key is made of, as suites of TLS 1.2 name it
    record Listening(String key, OpensslClient client) {}

    private DeviceListener(Process process, List<Listening> listening) {
        this.process = process;
        this.listening = listening;
    }

    /// Waits until they listen. Skips the test where there is no SoftHSM.
    static DeviceListener launch(Path folder) throws IOException, InterruptedException {
        Process process = SoftHsm.create(Files.createDirectories(folder), "739105")
                .java(DeviceListener.class)
                .start();
        List<String> said = new ArrayList<>();
        List<Listening> listening = new ArrayList<>();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); !READY.equals(line); line = out.readLine()) {
            if (line == null) {
                throw new IllegalStateException("no listeners with a device came about: " + said);
            }
            said.add(line);
            String[] words = line.split(" ");
            if (words.length == 2 && KEYS.contains(words[0])) {
                OpensslClient client = new OpensslClient(Integer.parseInt(words[1]), folder.resolve(words[0]));
                listening.add(new Listening(words[0], client));
            }
        }
        // What it logs from here on is read, or it would stand still one day.
        Thread _ = Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
        return new DeviceListener(process, listening);
    }

    List<Listening> listening() {
        return listening;
    }

    /// They stop when nobody can tell them anything any more.
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        Process _ = process.onExit().join();
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        char[] pin = args[1].toCharArray();
        Authority authority =
                Authority.create(Environment.TEST, new KeyMaker(2048, new SecureRandom()), Clock.systemUTC());
        Identity caller = authority.issue(Purpose.TLS, holder("00000099000000003000"));
        try (Network network = Network.open()) {
            for (String key : KEYS) {
                OpensslClient.caller(Files.createDirectories(folder.resolve(key)), tls(caller, authority));
                Identity own = inDevice(key, folder, pin, authority);
                HttpServer server = HttpServer.start(
                        network,
                        new HttpServer.Config(
                                "127.0.0.1", 0, Optional.of(tls(own, authority)), 1024, Duration.ofSeconds(30)),
                        TlsProfile.DIGIKOPPELING,
                        _ -> Response.text(200, "text/plain", "in\n"));
                System.out.println(key + " " + server.port());
            }
            System.out.println(READY);
            long _ = System.in.transferTo(OutputStream.nullOutputStream());
        }
        System.exit(0);
    }

    private static Holder holder(String oin) {
        return new Holder("Een leverancier", new Oin(oin), List.of("localhost", "127.0.0.1"));
    }

    private static Tls tls(Identity identity, Authority authority) {
        return new Tls(
                identity.key(),
                identity.chain(),
                List.of(authority.root()),
                new Revocation.Checked(authority.crls(), Clock.systemUTC()));
    }

    /// Makes a key, puts it into the device, and gives it as it is used from there.
    private static Identity inDevice(String key, Path folder, char[] pin, Authority authority) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(key.equals("RSA") ? "RSA" : "EC");
        generator.initialize(key.equals("RSA") ? 3072 : 256);
        KeyPair pair = generator.generateKeyPair();
        List<X509Certificate> chain = authority.chain(Purpose.TLS, holder("00000099000000002000"), pair.getPublic());
        Path file = Files.writeString(folder.resolve(key + ".pem"), Pem.write(chain));
        Path configuration = folder.resolve("hsm.cfg");
        Provider device = Optional.ofNullable(Security.getProvider("ddas"))
                .orElseGet(() -> Security.getProvider("SunPKCS11").configure(configuration.toString()));
        KeyStore store = KeyStore.getInstance("PKCS11", device);
        store.load(null, pin.clone());
        store.setKeyEntry(key, pair.getPrivate(), null, chain.subList(0, 1).toArray(X509Certificate[]::new));
        return DeviceKeys.open(configuration, pin.clone()).identity(key, file);
    }
}
