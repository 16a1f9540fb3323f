// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Settings;
import nl.ddas.basis.TlsProfile;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.levering.verkeer.Versleutelafspraak;

/// Settings of the supplier API. [#voorbeeld] explains each key.
///
/// @param naam name of the supplier, shown in health
/// @param opslag where everything with persons in it is kept, sealed
/// @param probleemBasis start of the `type` of every problem, without slash at the end
public record BronConfig(
        String naam,
        Luisteren luisteren,
        Opslag opslag,
        Gegevens gegevens,
        Grenzen grenzen,
        String probleemBasis,
        Toegang toegang) {

    private static final int MB = 1024 * 1024;

    /// What deliveries are called after when they do not tell from which software they come.
    public String softwarenaam() {
        return gegevens.software().orElse(naam);
    }

    /// @param adres address of the API
    /// @param poort port of the API, 0 for any free one
    /// @param beheerPoort port of health and metrics on 127.0.0.1, 0 for any free one
    /// @param tls what the API speaks
    public record Luisteren(String adres, int poort, int beheerPoort, TlsProfile tls) {

        /// For callers of other organisations.
        public Luisteren(String adres, int poort, int beheerPoort) {
            this(adres, poort, beheerPoort, TlsProfile.DIGIKOPPELING);
        }
    }

    /// @param map folder of the sealed files
    /// @param sleutel file with the key, outside that folder
    /// @param verslagen limits of the archive of Verwerkingsverslagen
    public record Opslag(Path map, Path sleutel, Bewaring verslagen) {

        /// With the standard limits.
        public Opslag(Path map, Path sleutel) {
            this(map, sleutel, Bewaring.STANDAARD);
        }
    }

    /// How Verwerkingsverslagen are kept: each until its time is over, and none is taken that does not fit beside
    /// those.
    ///
    /// @param ruimte most bytes of all reports together
    /// @param termijn how long each report stays, from when it was received
    public record Bewaring(long ruimte, Duration termijn) {

        /// 1 GB and 400 days: two collections a year stay to be looked back at.
        public static final Bewaring STANDAARD = new Bewaring(1024L * MB, Duration.ofDays(400));

        public Bewaring {
            if (ruimte < 1 || !termijn.isPositive()) {
                throw new IllegalArgumentException(
                        "Bewaring: expected room and time above zero, got " + ruimte + " bytes and " + termijn);
            }
        }
    }

    /// @param om when the snapshot is made anew each day, in Europe/Amsterdam
    /// @param opnieuwNa how long after a failure it is tried again
    /// @param maximaleLeeftijd past this age nothing is delivered any more
    public record Verversing(LocalTime om, Duration opnieuwNa, Duration maximaleLeeftijd) {}

    /// What is agreed about encryption with those who ask.
    ///
    /// @param afspraken by OIN; who is not in it sends and gets messages in the clear only
    /// @param grootstePagina most bytes of a page that is encrypted, before that
    public record Versleuteling(Map<String, Versleutelafspraak> afspraken, long grootstePagina) {

        /// Nothing is encrypted.
        public static final Versleuteling GEEN = new Versleuteling(Map.of(), 32L * MB);

        public Versleuteling {
            afspraken = Map.copyOf(afspraken);
        }

        /// Whether this party may encrypt.
        boolean kent(String oin) {
            return afspraken.containsKey(oin);
        }

        /// Whether this party must encrypt.
        boolean vereist(String oin) {
            return Optional.ofNullable(afspraken.get(oin))
                    .filter(Versleutelafspraak::vereist)
                    .isPresent();
        }
    }

    /// @param duur how long a token counts
    /// @param uitgever address of this API as others reach it, without slash at the end; empty when there
    ///     are no tokens
    public record Tokens(Tokenmodus modus, Duration duur, String uitgever) {

        /// The certificate of the connection is enough.
        public static final Tokens GEEN = new Tokens(Tokenmodus.UIT, Duration.ofMinutes(5), "");

        public Tokens {
            if (modus != Tokenmodus.UIT && !uitgever.startsWith("https://")) {
                throw new IllegalArgumentException("Tokens: expected the https address of this API");
            }
        }
    }

    /// What is delivered.
    ///
    /// @param software `codeGegevensleverancier` of the deliveries; empty: as the source names it
    public record Gegevens(Optional<String> software, BijVormfouten bijVormfouten, Verversing verversing) {}

    /// What callers may ask of this machine.
    ///
    /// @param paginaRuimte most bytes that ready pages may take
    /// @param verzoekenPerMinuut most requests a minute of one caller
    /// @param grootsteVerslag largest Verwerkingsverslag that is taken, in bytes
    public record Grenzen(long paginaRuimte, int verzoekenPerMinuut, long grootsteVerslag) {}

    /// Who may ask, when and how.
    ///
    /// @param toegestaan who may ask for gegevens: name by OIN
    /// @param versleuteling what is agreed about encryption
    /// @param tokens whether access tokens are given and asked for
    public record Toegang(
            Map<String, String> toegestaan,
            Beschikbaarheid beschikbaarheid,
            Versleuteling versleuteling,
            Tokens tokens) {

        /// Without encryption and tokens.
        public Toegang(Map<String, String> toegestaan, Beschikbaarheid beschikbaarheid) {
            this(toegestaan, beschikbaarheid, Versleuteling.GEEN, Tokens.GEEN);
        }

        public Toegang {
            toegestaan = Map.copyOf(toegestaan);
        }
    }

    /// Reads the settings. Keys that the program itself wants from the same file must be read before.
    ///
    /// @throws IllegalArgumentException naming the key that is missing, unknown or wrong
    public static BronConfig read(Settings settings) {
        BronConfig config = new ConfigLezer(settings).lees();
        settings.rejectUnknown();
        return config;
    }

    /// These settings with other agreements about encryption.
    public BronConfig met(Versleuteling andere) {
        return met(new Toegang(toegang.toegestaan(), toegang.beschikbaarheid(), andere, toegang.tokens()));
    }

    /// These settings with other ones for tokens.
    public BronConfig met(Tokens andere) {
        return met(new Toegang(toegang.toegestaan(), toegang.beschikbaarheid(), toegang.versleuteling(), andere));
    }

    private BronConfig met(Toegang andere) {
        return new BronConfig(naam, luisteren, opslag, gegevens, grenzen, probleemBasis, andere);
    }

    /// A commented settings file to start from, in Dutch.
    public static String voorbeeld() {
        return Bundled.text(BronConfig.class, "bron.yaml");
    }

    static long megabytes(int aantal) {
        return (long) aantal * MB;
    }
}
