// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Database;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Settings;
import nl.ddas.basis.TlsProfile;
import nl.ddas.levering.statistiek.BsnModus;
import nl.ddas.trust.Oin;

/// Settings of the collector. [#voorbeeld] explains each key.
///
/// @param naam own name, as suppliers read it in a Verwerkingsverslag
/// @param oin own number
/// @param leveranciers file with the suppliers; empty when they come from elsewhere
/// @param probleemBasis start of the `type` of every problem, without slash at the end
public record VerzamelaarConfig(
        String naam,
        Oin oin,
        Opslag opslag,
        Optional<Path> leveranciers,
        Goedkeuring goedkeuring,
        Ophalen ophalen,
        Kalender kalender,
        BsnModus bsnmodus,
        Luisteren luisteren,
        String probleemBasis) {

    /// @param database where the rows are
    /// @param bewijs folder of the sealed files
    /// @param sleutel file with their key, outside that folder
    /// @param bewaartermijn how long evidence is kept
    /// @param wacht how long work waits for a connection with the database before it says that it is gone
    public record Opslag(DatabaseChoice database, Path bewijs, Path sleutel, Duration bewaartermijn, Duration wacht) {

        /// With [Database#PATIENCE].
        public Opslag(DatabaseChoice database, Path bewijs, Path sleutel, Duration bewaartermijn) {
            this(database, bewijs, sleutel, bewaartermijn, Database.PATIENCE);
        }

        /// Opens the database; the caller closes.
        ///
        /// @param toeval of the password of an embedded server
        /// @throws nl.ddas.basis.DatabaseUnavailable when it is not there
        public Database open(SecureRandom toeval) {
            return database.open(new Database.Patience(wacht), toeval);
        }
    }

    /// When a delivery without blocking Bevinding may be read in.
    public sealed interface Goedkeuring {
        /// As soon as the supplier has the Verwerkingsverslag.
        record Direct() implements Goedkeuring {}

        /// When the supplier says so, and else when this time has passed without withdrawal.
        record NaTermijn(Duration termijn) implements Goedkeuring {}

        /// Only when the supplier says so, within this time.
        record Handmatig(Duration termijn) implements Goedkeuring {
            static final Duration STANDAARD = Duration.ofDays(90);

            /// Within 90 days.
            public Handmatig() {
                this(STANDAARD);
            }
        }
    }

    /// @param tegelijk most deliveries that are checked or read in at the same time; fetching is not counted
    /// @param pogingen attempts of one request in a run, at least 1
    /// @param eersteWacht pause after the first failure, doubled each time
    /// @param langsteWacht longest pause in a run; a longer one ends the attempts
    /// @param opnieuwNa when a supplier that failed is tried again
    /// @param stilte longest silence of a supplier while sending
    /// @param grootstePagina most bytes of one answer
    /// @param meestePaginas most pages of one delivery
    /// @param tempo how fast a supplier must send
    public record Ophalen(
            int tegelijk,
            int pogingen,
            Duration eersteWacht,
            Duration langsteWacht,
            Duration opnieuwNa,
            Duration stilte,
            long grootstePagina,
            int meestePaginas,
            Tempo tempo) {

        /// With [Tempo#STANDAARD].
        public Ophalen(
                int tegelijk,
                int pogingen,
                Duration eersteWacht,
                Duration langsteWacht,
                Duration opnieuwNa,
                Duration stilte,
                long grootstePagina,
                int meestePaginas) {
            this(
                    tegelijk,
                    pogingen,
                    eersteWacht,
                    langsteWacht,
                    opnieuwNa,
                    stilte,
                    grootstePagina,
                    meestePaginas,
                    Tempo.STANDAARD);
        }

        public Ophalen {
            if (tegelijk < 1 || pogingen < 1 || grootstePagina < 1 || meestePaginas < 1) {
                throw new IllegalArgumentException("Ophalen: expected numbers of 1 or more");
            }
        }
    }

    /// How fast one answer must come in; slower, and the attempt fails.
    ///
    /// @param langste longest time from asking to the last byte
    /// @param minstePerSeconde fewest bytes a second, over each [#VENSTER]; 0 asks for nothing
    public record Tempo(Duration langste, long minstePerSeconde) {

        /// Half an hour, and 8 KB a second.
        public static final Tempo STANDAARD = new Tempo(Duration.ofMinutes(30), 8 * 1024);

        /// Over this time the rate is looked at.
        static final Duration VENSTER = Duration.ofSeconds(30);

        public Tempo {
            if (langste.isNegative() || langste.isZero() || minstePerSeconde < 0) {
                throw new IllegalArgumentException("Tempo: expected a time above 0 and a rate of 0 or more");
            }
        }
    }

    /// @param adres address for the decisions of suppliers
    /// @param poort 0 for any free port
    /// @param beheerPoort port of health and metrics on 127.0.0.1, 0 for any free one; empty: not served
    /// @param tls what the listener for suppliers speaks
    /// @param verzoekenPerMinuut most requests a minute of one supplier, 1 or more
    public record Luisteren(String adres, int poort, OptionalInt beheerPoort, TlsProfile tls, int verzoekenPerMinuut) {

        /// Two a second: a supplier decides about a report once.
        static final int GEWONE_LIMIET = 120;

        public Luisteren {
            if (verzoekenPerMinuut < 1) {
                throw new IllegalArgumentException(
                        "Luisteren: expected 1 request a minute or more, got " + verzoekenPerMinuut);
            }
        }

        /// For suppliers of other organisations.
        public Luisteren(String adres, int poort, OptionalInt beheerPoort) {
            this(adres, poort, beheerPoort, TlsProfile.DIGIKOPPELING, GEWONE_LIMIET);
        }

        /// Without health and metrics on a port of their own.
        public Luisteren(String adres, int poort) {
            this(adres, poort, OptionalInt.empty());
        }
    }

    /// Reads the settings. Keys that the program itself wants from the same file must be read before.
    ///
    /// @throws IllegalArgumentException naming the key that is missing, unknown or wrong
    public static VerzamelaarConfig read(Settings settings) {
        VerzamelaarConfig config = new ConfigLezer(settings).lees();
        settings.rejectUnknown();
        return config;
    }

    /// A commented settings file to start from, in Dutch.
    public static String voorbeeld() {
        return Bundled.text(VerzamelaarConfig.class, "verzamelaar.yaml");
    }

    /// A commented list of suppliers to start from, in Dutch.
    public static String voorbeeldLeveranciers() {
        return Bundled.text(VerzamelaarConfig.class, "leveranciers.yaml");
    }
}
