// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.ddas.basis.Database;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsProfile;
import nl.ddas.levering.verkeer.Verwerking;
import nl.ddas.logboek.boom.Boomsleutels;
import nl.ddas.logboek.boom.Boomuitslag;
import nl.ddas.logboek.boom.Checkpoint;
import nl.ddas.logboek.boom.Exportcontrole;
import nl.ddas.logboek.boom.Houvast;
import nl.ddas.logboek.boom.PostgresBomen;
import nl.ddas.logboek.boom.SignedNote;
import nl.ddas.logboek.boom.VerifierKey;
import nl.ddas.logboek.client.Bevestiging;
import nl.ddas.logboek.client.Instelling;
import nl.ddas.logboek.client.Logboek;
import nl.ddas.logboek.client.Pseudonimisering;
import nl.ddas.logboek.dienst.DienstConfig;
import nl.ddas.logboek.dienst.Houder;
import nl.ddas.logboek.dienst.LogboekDienst;
import nl.ddas.logboek.dienst.LogboekServer;
import nl.ddas.logboek.dienst.PostgresBladen;
import nl.ddas.logboek.dienst.PostgresLogregels;
import nl.ddas.logboek.dienst.Quarantainegrens;
import nl.ddas.logboek.dienst.Wachtruimte;
import nl.ddas.logboek.dienst.Zoekvraag;
import nl.ddas.logboek.extensie.Definitie;
import nl.ddas.logboek.extensie.GeladenExtensies;
import nl.ddas.logboek.extensie.Meegeleverd;
import nl.ddas.logboek.lezen.Leesadres;
import nl.ddas.logboek.lezen.Leesrecht;
import nl.ddas.logboek.lezen.Lezer;
import nl.ddas.logboek.lezen.Lezers;
import nl.ddas.logboek.lezen.Pseudoniemen;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.Toetsbeleid;
import nl.ddas.logboek.model.TraceId;
import nl.ddas.logboek.register.Registercache;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;

/// One log of the demo: its server, the lines of one or more organisations, their trees, and who witnesses them.
final class DemoLogboek implements AutoCloseable {

    /// What comes along, of which `dpl.ddas.*` and `dpl.read.*` stand on lines of DDAS.
    static final List<Definitie> EXTENSIES = List.of(Meegeleverd.DDAS.definitie(), Meegeleverd.LEZEN.definitie());

    private static final String HIER = "127.0.0.1";
    private static final Duration QUARANTAINE = Duration.ofDays(1);
    private static final long GEHEUGEN = 64L << 20;

    /// What both logs share.
    ///
    /// @param server where each has its database
    record Grond(
            Network network,
            AuthorityFolder vertrouwen,
            Database server,
            Path map,
            Registercache register,
            Clock klok) {}

    /// @param naam short, for its folder and database
    /// @param partij whose server it is
    /// @param organisaties whose lines it keeps
    record Wie(String naam, Party partij, List<Party> organisaties, int poort) {

        private String plaats() {
            return HIER + ":" + poort;
        }

        private Set<String> oins() {
            return organisaties.stream().map(partij -> partij.oin().value()).collect(Collectors.toUnmodifiableSet());
        }
    }

    private final Wie wie;
    private final Grond grond;
    private final SecureRandom toeval = new SecureRandom();
    private final Database database;
    private final Deque<Einde.Sluiting> open = new ArrayDeque<>();

    /// Makes its database; it does not run yet, but its keys are there for others.
    DemoLogboek(Wie wie, Grond grond) {
        this.wie = wie;
        this.grond = grond;
        database = grond.server().emptyDatabase("logboek_" + wie.naam());
        open.push(database::close);
    }

    /// Runs it.
    ///
    /// @param ander the log that witnesses this one, and is witnessed by it
    void start(DemoLogboek ander) {
        Optional<Supplier<Tls>> tls = Optional.of(() -> grond.vertrouwen().tls(wie.partij()));
        Boomdeel bomen = boom(ander).deel(new Boomdeel.Grond(grond.network(), tls, false, grond.klok(), toeval));
        open.push(bomen::close);
        LogboekLezen lezen = new LogboekLezen(lezers(), toeval.generateSeed(32), Pseudoniemen.GEEN);
        LogboekDienst dienst = new LogboekInrichting(
                        config(),
                        grond.network(),
                        database,
                        tls,
                        this::houder,
                        new GeladenExtensies(EXTENSIES, true),
                        grond.register(),
                        List.of(bomen, lezen.deel(grond.register(), EXTENSIES, grond.klok())))
                .start(grond.klok(), toeval);
        open.push(dienst::close);
    }

    /// How its trees are signed, and by whom they are witnessed.
    private LogboekBoom boom(DemoLogboek ander) {
        LogboekBoom.Getuige getuige = new LogboekBoom.Getuige(
                ander.getuige(), URI.create("https://" + ander.wie.plaats() + Boomdeel.GETUIGE));
        return new LogboekBoom(
                wie.plaats() + Boomdeel.BOOM,
                sleutelmap(),
                List.of(getuige),
                Optional.of(wie.plaats() + Boomdeel.GETUIGE),
                ander.logs());
    }

    private Path sleutelmap() {
        return grond.map().resolve("sleutels").resolve(wie.naam());
    }

    private Boomsleutels sleutels() {
        return new Boomsleutels(sleutelmap(), wie.plaats() + Boomdeel.BOOM, toeval);
    }

    /// The key by which it witnesses.
    VerifierKey getuige() {
        return sleutels().getuige(wie.plaats() + Boomdeel.GETUIGE).witness();
    }

    private List<VerifierKey> logs() {
        return wie.oins().stream()
                .map(oin -> sleutels().apply(oin).huidig().verifier())
                .toList();
    }

    private DienstConfig config() {
        return new DienstConfig(
                new LogboekServer.Luisteren(HIER, wie.poort(), OptionalInt.empty(), TlsProfile.GOED),
                0,
                wie.oins().stream().collect(Collectors.toUnmodifiableMap(oin -> oin, Houder::new)),
                Optional.empty(),
                new DatabaseChoice.Opened(database),
                false,
                Wachtruimte.STANDAARD,
                GEHEUGEN,
                new DienstConfig.Quarantaine(Quarantainegrens.STANDAARD, QUARANTAINE),
                Toetsbeleid.STRIKT);
    }

    /// Each organisation has lines of its own.
    private Optional<Houder> houder(List<X509Certificate> keten) {
        return keten.stream()
                .findFirst()
                .flatMap(Oin::of)
                .map(Oin::value)
                .filter(wie.oins()::contains)
                .map(Houder::new);
    }

    /// Each organisation reads what it wrote.
    private Lezers lezers() {
        return vraag -> houder(vraag.peer())
                .map(houder -> new Lezer.Eigen(houder, houder.code(), Set.of(Leesrecht.TRACE, Leesrecht.ACTIVITY)));
    }

    /// Opens the log for one of its organisations, to write to.
    Logboek voor(Party partij, String applicatie) {
        return Logboek.open(Instelling.of(
                        URI.create("https://" + wie.plaats() + "/v1/traces"),
                        applicatie,
                        Programma.VERSIE,
                        Pseudonimisering.onbewerkt())
                .with(Clienttls.context(() -> grond.vertrouwen().tls(partij)))
                .with(Bevestiging.WACHT, false));
    }

    /// Whose lines it keeps.
    Set<String> oins() {
        return wie.oins();
    }

    /// Where it is read.
    Leesadres leesadres() {
        return Leesadres.of("https://" + wie.plaats() + "/lezen/v1").orElseThrow();
    }

    /// The trace of the first action of this kind that an organisation wrote down.
    Optional<TraceId> trace(Party partij, Verwerking verwerking) {
        Zoekvraag vraag =
                new Zoekvraag(Optional.of(verwerking.uri()), Optional.empty(), 0, Long.MAX_VALUE, Optional.empty(), 1);
        try (PostgresLogregels regels = PostgresLogregels.connect(database, grond.klok(), toeval, () -> {})) {
            return regels.search(new Houder(partij.oin().value()), vraag).regels().stream()
                    .map(Logregel::traceId)
                    .findFirst();
        }
    }

    /// Whether every line of an organisation is in the tree that the other log signed too.
    boolean isGetuigd(Party partij) {
        String log = partij.oin().value();
        PostgresBomen bomen = PostgresBomen.connect(database);
        long bladeren = bomen.checkpoint(log)
                .flatMap(note -> Checkpoint.read(note.text()))
                .map(Checkpoint::size)
                .orElse(0L);
        boolean isVolgroeid = PostgresBladen.open(database).read(log, bladeren, 1).length == 0;
        return bladeren > 0
                && isVolgroeid
                && bomen.getuigd(log)
                        .map(SignedNote::text)
                        .equals(bomen.checkpoint(log).map(SignedNote::text));
    }

    /// Writes the lines of an organisation with their proofs to a file, and checks it as anybody can.
    ///
    /// @param ander whose signature must be there too
    Boomuitslag exporteer(Party partij, Path bestand, DemoLogboek ander) throws IOException {
        String log = partij.oin().value();
        new Boomexport(boom(ander), database).schrijf(log, Boomexport.Periode.ALLES, bestand);
        Houvast houvast = new Houvast(sleutels().apply(log).verifiers(), List.of(ander.getuige()), Optional.empty());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(bestand))) {
            return new Exportcontrole(houvast, new Logregellezer()).check(in);
        }
    }

    /// Ends what was started last first.
    @Override
    public void close() {
        Afsluiten.alles(open);
    }
}
