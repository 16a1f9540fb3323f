// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ddas.basis.Database;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Network;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.model.Tijdzone;
import nl.ddas.levering.statistiek.BsnModus;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verkeer.Afzenderbepaling;
import nl.ddas.levering.verkeer.Eigensleutels;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Ophalen;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Tempo;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.Strictness;

/// A network, an authority in a folder and CBS; suppliers are made on it. Connections and signatures live by the real
/// clock.
final class Proefstelsel implements AutoCloseable {

    static final Oin CBS = new Oin("00000099000000001000");
    final Network network = Network.open();
    final AuthorityFolder ca;
    final Party cbs;

    Proefstelsel(Path map) throws IOException {
        ca = AuthorityFolder.open(map, Environment.TEST, new KeyMaker(2048, new SecureRandom()), Clock.systemUTC());
        cbs = partij("CBS", CBS.value());
    }

    /// The half-year that ended last.
    static Aanleverperiode halfjaar() {
        return Aanleverperiode.laatstAfgeslotenHalfjaar(
                LocalDate.ofInstant(Clock.systemUTC().instant(), Tijdzone.NEDERLAND));
    }

    Party partij(String naam, String oin) throws IOException {
        return ca.party(naam, new Oin(oin), List.of("localhost", "127.0.0.1"));
    }

    static VerzamelaarConfig config(Path map, Goedkeuring goedkeuring) {
        return config(map, goedkeuring, ophalen(4, Duration.ofSeconds(20)));
    }

    static VerzamelaarConfig config(Path map, Goedkeuring goedkeuring, Ophalen ophalen) {
        return config(map, goedkeuring, ophalen, BsnModus.STRIKT);
    }

    static VerzamelaarConfig config(Path map, Goedkeuring goedkeuring, Ophalen ophalen, BsnModus bsnmodus) {
        return new VerzamelaarConfig(
                "CBS",
                CBS,
                new VerzamelaarConfig.Opslag(
                        new DatabaseChoice.Embedded(map.resolve("database")),
                        map.resolve("bewijs"),
                        map.resolve("bewijs.sleutel"),
                        Duration.ofDays(400)),
                Optional.empty(),
                goedkeuring,
                ophalen,
                new Kalender(List.of(45), LocalTime.of(8, 0)),
                bsnmodus,
                new VerzamelaarConfig.Luisteren("127.0.0.1", 0, OptionalInt.of(0)),
                "https://ddas.example/problemen");
    }

    static Ophalen ophalen(int tegelijk, Duration stilte) {
        return ophalen(tegelijk, stilte, Tempo.STANDAARD);
    }

    static Ophalen ophalen(int tegelijk, Duration stilte, Tempo tempo) {
        return new Ophalen(
                tegelijk,
                3,
                Duration.ofSeconds(1),
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                stilte,
                1 << 20,
                100,
                tempo);
    }

    VerzamelaarOnderdelen onderdelen(
            Database database, Leveranciers leveranciers, Clock clock, Wachter wachter, Onderbreker onderbreker) {
        return new VerzamelaarOnderdelen(
                network,
                new VerzamelaarOnderdelen.Sleutels(
                        () -> ca.tls(cbs),
                        new PayloadSigner(cbs.signing(), clock),
                        ca::trust,
                        Strictness.DIGEST_OPTIONAL,
                        Optional.of(Eigensleutels.van(cbs, ca::trust))),
                leveranciers,
                Afzenderbepaling.uitTls(),
                BerichtLezer.metEigenSchemas(),
                database,
                new VerzamelaarOnderdelen.Tijd(clock, wachter, onderbreker),
                new SecureRandom(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public void close() {
        network.close();
    }
}
