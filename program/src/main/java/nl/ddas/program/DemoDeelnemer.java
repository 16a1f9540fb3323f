// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Database;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.fsc.gateway.GatewayConfig;
import nl.ddas.fsc.gateway.GatewayParts;
import nl.ddas.fsc.gateway.InwayConfig;
import nl.ddas.fsc.gateway.InwayServer;
import nl.ddas.fsc.gateway.OutwayConfig;
import nl.ddas.fsc.gateway.OutwayServer;
import nl.ddas.fsc.manager.ManagerConfig;
import nl.ddas.fsc.manager.ManagerServer;
import nl.ddas.fsc.manager.Operators;
import nl.ddas.fsc.manager.OtherManagers;
import nl.ddas.fsc.manager.Store;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Party;

/// One organisation of the demo on FSC: its Manager, and before its API an Inway or for its collector an
/// Outway. Each has a database of its own, and certificates of its own for what nobody else may see.
final class DemoDeelnemer implements AutoCloseable {

    private static final String HIER = "127.0.0.1";
    private static final List<String> HOSTS = List.of("localhost", HIER);
    private static final Duration VERBINDEN = Duration.ofSeconds(10);
    private static final Duration STILTE = Duration.ofMinutes(2);
    private static final Duration LOG = Duration.ofSeconds(5);

    /// Short, so that whoever looks sees what happened at once.
    private static final Duration RONDE = Duration.ofSeconds(1);

    /// What all of them share.
    ///
    /// @param server where each has its database
    /// @param map where the internal certificates and the logs are
    record Groep(Network network, AuthorityFolder vertrouwen, Group regels, Database server, Path map, Clock klok) {}

    private final Groep groep;
    private final Party partij;
    private final AuthorityFolder intern;
    private final Holder onderdelen;
    private final Holder bediener;
    private final Database database;
    private final ManagerServer manager;
    private final Beheerverbinding beheer;
    private final Deque<Einde.Sluiting> poorten = new ArrayDeque<>();

    private DemoDeelnemer(Groep groep, Party partij, int poort, List<OtherManagers.Called> directories)
            throws IOException {
        this.groep = groep;
        this.partij = partij;
        intern = AuthorityFolder.open(
                groep.map().resolve("intern").resolve(partij.oin().value()),
                Environment.DEMO,
                new KeyMaker(KeyMaker.Kind.P256, KeyMaker.DEFAULT_BITS, new SecureRandom()),
                groep.klok());
        onderdelen = new Holder("onderdelen", partij.oin(), HOSTS);
        bediener = new Holder("bediener", partij.oin(), List.of("bediener"));
        database = groep.server().emptyDatabase("fsc_" + partij.oin().value());
        try {
            manager = ManagerServer.start(instelling(poort, directories), onderdelen());
        } catch (RuntimeException mislukt) {
            database.close();
            throw mislukt;
        }
        beheer = Beheerverbinding.van(
                URI.create("https://" + HIER + ":" + manager.managementPort().orElseThrow()),
                groep.network(),
                intern.tls(bediener));
    }

    /// Starts the Manager.
    ///
    /// @param poort for the others, one of the Group
    /// @param directory where it announces itself
    static DemoDeelnemer start(Groep groep, Party partij, int poort, OtherManagers.Called directory)
            throws IOException {
        return new DemoDeelnemer(groep, partij, poort, List.of(directory));
    }

    /// Starts the Manager that is the Directory.
    ///
    /// @param poort for the others, one of the Group
    static DemoDeelnemer startDirectory(Groep groep, Party partij, int poort) throws IOException {
        return new DemoDeelnemer(groep, partij, poort, List.of());
    }

    private ManagerConfig instelling(int poort, List<OtherManagers.Called> directories) {
        return new ManagerConfig(
                groep.regels(),
                HIER,
                poort,
                Optional.empty(),
                directories.isEmpty(),
                directories,
                Map.of(),
                Duration.ofMinutes(5),
                true,
                new DatabaseChoice.Embedded(groep.map()),
                new ManagerConfig.Inside(
                        Optional.of(0),
                        Optional.of(0),
                        Optional.empty(),
                        new Operators(List.of(new Operators.Operator(
                                "Demo",
                                new Operators.Mark.Thumbprint(CertificateThumbprint.of(
                                        intern.tls(bediener).chain().getFirst())),
                                Operators.Role.WRITE))),
                        ManagerConfig.Limits.DEFAULT,
                        Duration.ofDays(365)));
    }

    private ManagerServer.Parts onderdelen() {
        return new ManagerServer.Parts(
                groep.network(),
                () -> groep.vertrouwen().tls(partij),
                partij::signing,
                partij::signing,
                groep.vertrouwen()::trust,
                Optional.of(this::eigen),
                Store.postgres(database),
                new Metrics(),
                groep.klok(),
                new SecureRandom());
    }

    /// Certificate for what only this organisation sees.
    private Tls eigen() {
        return intern.tls(onderdelen);
    }

    /// Puts an Inway before an API that asks for a certificate.
    ///
    /// @param poort for the others, one of the Group
    void inway(String dienst, URI api, int poort) throws IOException {
        InwayConfig.Service service =
                new InwayConfig.Service(dienst, api, Protocol.HTTP_1_1, Optional.empty(), true, 64);
        InwayConfig config = new InwayConfig(
                HIER,
                poort,
                URI.create("https://" + HIER + ":" + poort),
                Map.of(dienst, service),
                VERBINDEN,
                STILTE,
                LOG);
        InwayServer inway = InwayServer.start(config, poort("inway"), poortonderdelen());
        poorten.push(inway::close);
    }

    /// Starts an Outway.
    ///
    /// @return its address, for programs on this machine
    URI outway() throws IOException {
        OutwayConfig config = new OutwayConfig(HIER, 0, false, Map.of(), true, true, VERBINDEN, STILTE, LOG);
        OutwayServer outway = OutwayServer.start(config, poort("outway"), poortonderdelen());
        poorten.push(outway::close);
        return URI.create("http://" + HIER + ":" + outway.port());
    }

    private GatewayConfig poort(String naam) {
        return new GatewayConfig(
                groep.regels(),
                naam,
                URI.create("https://" + HIER + ":" + manager.registrationPort().orElseThrow()),
                Duration.ZERO,
                0,
                groep.map().resolve("log").resolve(partij.oin().value()).resolve(naam),
                Optional.empty(),
                LOG,
                RONDE);
    }

    private GatewayParts poortonderdelen() {
        return new GatewayParts(
                groep.network(),
                () -> groep.vertrouwen().tls(partij),
                this::eigen,
                Optional.of(database),
                groep.klok(),
                new SecureRandom());
    }

    /// The management interface of its Manager.
    Beheerverbinding beheer() {
        return beheer;
    }

    PeerId peer() {
        return new PeerId(partij.oin().value());
    }

    OtherManagers.Called adres() {
        return new OtherManagers.Called(peer(), manager.address());
    }

    @Override
    public void close() {
        List<Einde.Sluiting> delen = new ArrayList<>(poorten);
        delen.addAll(List.of(beheer::close, manager::close, database::close));
        Afsluiten.alles(delen);
    }
}
