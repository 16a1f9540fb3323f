// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import nl.ddas.basis.Database;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Network;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsProfile;
import nl.ddas.logboek.dienst.DienstConfig;
import nl.ddas.logboek.dienst.Dienstonderdelen;
import nl.ddas.logboek.dienst.LogboekDienst;
import nl.ddas.logboek.dienst.LogboekServer;
import nl.ddas.logboek.dienst.Quarantainegrens;
import nl.ddas.logboek.dienst.Wachtruimte;
import nl.ddas.logboek.model.Naamruimten;
import nl.ddas.logboek.model.Toetsbeleid;
import nl.ddas.logboek.model.Verwerkingsactiviteiten;
import nl.ddas.systemtest.Proefopstelling.Opzet;
import nl.ddas.testkit.SoftHsm;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Purpose;

/// Each server that we open with TLS, running, with a caller that it trusts. See [TlsProfileTest].
final class TlsServers {

    private final List<Server> servers = new ArrayList<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /// One of them.
    ///
    /// @param good whether its profile is [TlsProfile#GOED]; else it is [TlsProfile#DIGIKOPPELING]
    /// @param boring whether BoringSSL does the work; else it is the TLS of the JDK
    /// @param key what the key of its certificate is made of, as suites of TLS 1.2 name it
    record Server(String name, boolean good, boolean boring, String key, OpensslClient client) {
        @Override
        public String toString() {
            return name;
        }
    }

    List<Server> servers() {
        return servers;
    }

    void start(Path folder) throws Exception {
        Proefopstelling opstelling = opened(new Proefopstelling(folder.resolve("stelsel")));
        Path supplier = OpensslClient.caller(folder.resolve("cbs"), opstelling.tls(opstelling.cbs));
        add("bron", false, opstelling.bron.poort(), supplier);
        add("verzamelaar", false, opstelling.verzamelaar.poort(), supplier);
        Proefopstelling good = opened(new Proefopstelling(folder.resolve("goed"), Opzet.GEWOON.met(TlsProfile.GOED)));
        Path behindOwnGateway = OpensslClient.caller(folder.resolve("cbs-goed"), good.tls(good.cbs));
        add("bron, tls-profiel goed", true, good.bron.poort(), behindOwnGateway);
        add("verzamelaar, tls-profiel goed", true, good.verzamelaar.poort(), behindOwnGateway);
        addOfFsc(opened(new OneManager(folder.resolve("manager"))), folder);
        Supplier<Tls> ofSupplier = () -> opstelling.tls(opstelling.leverancier);
        LogboekDienst log = log(opstelling, "logboek", TlsProfile.DIGIKOPPELING, ofSupplier);
        add("logboek, OTLP over HTTP", false, log.poort(), supplier);
        add("logboek, OTLP over gRPC", false, log.grpcPoort(), supplier);
        LogboekDienst goodLog = log(opstelling, "logboek_goed", TlsProfile.GOED, ofSupplier);
        add("logboek, tls-profiel goed", true, goodLog.poort(), supplier);
        addWithRsa(opstelling, folder.resolve("rsa"));
        if (SoftHsm.isInstalled()) {
            DeviceListener device = opened(DeviceListener.launch(folder.resolve("device")));
            device.listening()
                    .forEach(one -> servers.add(
                            new Server("key in a device, " + one.key(), false, false, one.key(), one.client())));
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    private void addOfFsc(OneManager one, Path folder) throws Exception {
        Path group = OpensslClient.caller(folder.resolve("group"), one.groupTls());
        add("manager", false, one.manager.port(), group);
        add("inway", false, one.inway(), group);
        Path internal = OpensslClient.caller(folder.resolve("internal"), one.internalTls(OneManager.OPERATOR));
        add("outway", true, one.outway(), internal);
        add("management", true, one.manager.managementPort().orElseThrow(), internal);
        add("registration", true, one.manager.registrationPort().orElseThrow(), internal);
    }

    /// Our own authority makes keys for connections on P-256; those of others, as of PKIoverheid, are of RSA too.
    private void addWithRsa(Proefopstelling opstelling, Path folder) throws Exception {
        Authority authority =
                Authority.create(Environment.TEST, new KeyMaker(2048, new SecureRandom()), Clock.systemUTC());
        Holder holder =
                new Holder("Een leverancier", new Oin("00000099000000002000"), List.of("localhost", "127.0.0.1"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072);
        KeyPair pair = generator.generateKeyPair();
        Tls own = new Tls(
                pair.getPrivate(),
                authority.chain(Purpose.TLS, holder, pair.getPublic()),
                List.of(authority.root()),
                new Revocation.Checked(authority.crls(), Clock.systemUTC()));
        int port = log(opstelling, "logboek_rsa", TlsProfile.DIGIKOPPELING, () -> own)
                .poort();
        OpensslClient client = new OpensslClient(port, OpensslClient.caller(folder, own));
        servers.add(new Server("logboek, RSA", false, true, "RSA", client));
    }

    /// A log of the supplier that nobody writes to.
    private LogboekDienst log(Proefopstelling opstelling, String name, TlsProfile profile, Supplier<Tls> tls) {
        Database database = opened(opstelling.database.emptyDatabase(name));
        Network network = opened(Network.open());
        return opened(LogboekDienst.start(
                new DienstConfig(
                        new LogboekServer.Luisteren("127.0.0.1", 0, OptionalInt.of(0), profile),
                        0,
                        Map.of(),
                        Optional.empty(),
                        new DatabaseChoice.Opened(database),
                        false,
                        Wachtruimte.STANDAARD,
                        64L << 20,
                        new DienstConfig.Quarantaine(Quarantainegrens.STANDAARD, Duration.ofDays(1)),
                        Toetsbeleid.STRIKT),
                database,
                new Dienstonderdelen(
                        network,
                        Optional.of(tls),
                        _ -> Optional.empty(),
                        Naamruimten.GEEN,
                        Verwerkingsactiviteiten.ONBEKEND,
                        Dienstonderdelen.Bijdelen.GEEN,
                        Clock.systemUTC(),
                        new SecureRandom())));
    }

    private void add(String name, boolean good, int port, Path caller) {
        servers.add(new Server(name, good, !good, "ECDSA", new OpensslClient(port, caller)));
    }

    void close() throws Exception {
        for (AutoCloseable part : open) {
            part.close();
        }
    }
}
