// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Problem;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verkeer.Afzenderalarm;
import nl.ddas.levering.verkeer.Ontvangst;
import nl.ddas.levering.verkeer.Problemen;
import nl.ddas.levering.verkeer.Verzoeklimiet;
import nl.ddas.levering.verzamelaar.Kalender.Verzamelmoment;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.PayloadVerifier;

/// The collector of CBS, running: collects when asked, goes on with what suppliers approve, and listens to what they
/// decide. Safe for many threads.
public final class Verzamelaar implements AutoCloseable {

    private static final int GROOTSTE_BESLUIT = 64 * 1024;

    private final VerzamelaarOnderdelen delen;
    private final Verzamelwerk werk;
    private final HttpServer luisteraar;
    private final Optional<HttpServer> beheer;

    private Verzamelaar(
            VerzamelaarOnderdelen delen, Verzamelwerk werk, HttpServer luisteraar, Optional<HttpServer> beheer) {
        this.delen = delen;
        this.werk = werk;
        this.luisteraar = luisteraar;
        this.beheer = beheer;
    }

    /// Brings the database up to date, opens the evidence folder and the listener for decisions.
    ///
    /// @throws IOException when the evidence folder cannot be opened, or the secret in it is gone while records
    /// were made under it
    /// @throws IllegalStateException when the port cannot be opened
    public static Verzamelaar start(VerzamelaarConfig config, VerzamelaarOnderdelen delen) throws IOException {
        delen.database().migrate(Boekhouding.SCHEMA, Boekhouding.SCRIPTS);
        Bewijs bewijs = Bewijs.open(config.opslag().bewijs(), config.opslag().sleutel(), delen.toeval());
        byte[] geheim = Geheim.van(bewijs, delen.database().jdbi(Boekhouding.SCHEMA), delen.toeval());
        Verzamelwerk werk = new Verzamelwerk(config, delen, bewijs, geheim);
        try {
            Verzamelaar verzamelaar = luister(config, delen, werk);
            werk.start();
            return verzamelaar;
        } catch (RuntimeException dicht) {
            werk.close();
            throw dicht;
        }
    }

    private static Verzamelaar luister(VerzamelaarConfig config, VerzamelaarOnderdelen delen, Verzamelwerk werk) {
        HttpServer luisteraar = HttpServer.start(
                delen.network(),
                new HttpServer.Config(
                        config.luisteren().adres(),
                        config.luisteren().poort(),
                        Optional.of(werk.sleutels().now()),
                        GROOTSTE_BESLUIT,
                        Duration.ofMinutes(2)),
                config.luisteren().tls(),
                reacties(config, delen, werk));
        try {
            werk.sleutels().attach(luisteraar);
            OptionalInt poort = config.luisteren().beheerPoort();
            Optional<HttpServer> beheer = poort.isPresent()
                    ? Optional.of(
                            beheer(poort.getAsInt(), delen, new Beheer(werk.gezondheid()::antwoord, werk.metrics())))
                    : Optional.empty();
            return new Verzamelaar(delen, werk, luisteraar, beheer);
        } catch (RuntimeException dicht) {
            luisteraar.close();
            throw dicht;
        }
    }

    private static HttpServer beheer(int poort, VerzamelaarOnderdelen delen, Beheer beheer) {
        return HttpServer.start(
                delen.network(),
                new HttpServer.Config("127.0.0.1", poort, Optional.empty(), GROOTSTE_BESLUIT, Duration.ofMinutes(1)),
                beheer);
    }

    private static Reacties reacties(VerzamelaarConfig config, VerzamelaarOnderdelen delen, Verzamelwerk werk) {
        Ontvangst ontvangst = new Ontvangst(
                new PayloadVerifier(
                        delen.sleutels().vertrouwen(),
                        new Freshness.Request(),
                        delen.sleutels().eisen(),
                        delen.clock()),
                delen.afzenders(),
                oin -> isEen(delen.leveranciers().lijst(), oin),
                werk.sterkte());
        Problemen problemen = new Problemen(
                config.probleemBasis(),
                delen.sleutels().ondertekenaar(),
                delen.toeval(),
                Problem::toJson,
                delen.clock());
        Reacties.Toegang toegang = new Reacties.Toegang(
                new Verzoeklimiet(config.luisteren().verzoekenPerMinuut(), delen.clock()),
                Afzenderalarm.meld(werk.metrics(), Verzamelwerk.CIJFERS, delen.clock()),
                oin -> kanLeverancierZijn(delen.leveranciers().bekend(), oin));
        return new Reacties(ontvangst, toegang, problemen, werk.besluiten(), werk.gezondheid(), werk.regels());
    }

    private static boolean isEen(List<Leverancier> leveranciers, String oin) {
        return leveranciers.stream()
                .anyMatch(leverancier -> leverancier.oin().value().equals(oin));
    }

    /// While nobody is known, anybody may be one.
    private static boolean kanLeverancierZijn(List<Leverancier> bekend, String oin) {
        return bekend.isEmpty() || isEen(bekend, oin);
    }

    /// Names of the suppliers that a collection would begin with now.
    ///
    /// @throws LeveranciersOnbekend when nobody can tell
    public List<String> leveranciers() {
        return delen.leveranciers().lijst().stream().map(Leverancier::naam).toList();
    }

    /// Does the regular work now, as it is done each minute and after each decision; does not wait for it.
    void wek() {
        werk.wek();
    }

    /// Removes evidence whose retention is over, and what a killed run left without anybody knowing of it; also
    /// done by itself.
    ///
    /// @throws IOException when the evidence folder cannot be changed
    public void ruimOp() throws IOException {
        werk.ruimOp();
    }

    /// Collects a period: goes on with a collection that was not finished, else begins a new one. One supplier does
    /// not hold up another. Comes back when each is read in, refused, waits for a decision or stands still.
    ///
    /// @throws IOException when the database is not there at the start
    /// @throws LeveranciersOnbekend when nobody can tell who the suppliers are; nothing was begun
    /// @throws InterruptedException when the thread is interrupted; what is in stays, and a next call goes on
    public Verzamelresultaat verzamel(Aanleverperiode periode, Voortgang voortgang)
            throws IOException, InterruptedException {
        return werk.verzamel(periode, voortgang);
    }

    /// What became of a moment of the calendar, by what the database knows.
    ///
    /// @throws IOException when the database is not there
    public Momentafloop afloop(Verzamelmoment moment) throws IOException {
        return werk.afloop(moment);
    }

    /// Goes on with rows that were waiting: approved, past their term, or due for another attempt. Waits for what is
    /// under way already.
    ///
    /// @throws IOException when the database is not there
    /// @throws InterruptedException when the thread is interrupted
    public List<PerLeverancier> werkBij(Voortgang voortgang) throws IOException, InterruptedException {
        return werk.werkBij(voortgang);
    }

    /// What counts in the figures now.
    public Bronrecords bronrecords() {
        return new Bronrecords(werk.jdbi(), delen.lezer());
    }

    /// Requests and answers by date, supplier and kind (S72, S73).
    public Verzoektelling tellingen() {
        return werk.telling();
    }

    /// The figures for Prometheus.
    public Metrics metrics() {
        return werk.metrics();
    }

    /// Port at which suppliers tell their decisions.
    public int poort() {
        return luisteraar.port();
    }

    /// Port of health and metrics, empty when the settings ask for none.
    public OptionalInt beheerPoort() {
        return beheer.map(server -> OptionalInt.of(server.port())).orElse(OptionalInt.empty());
    }

    /// Stops listening and working, and comes back when what was under way has stopped; it goes on at a next start.
    @Override
    public void close() {
        luisteraar.close();
        werk.close();
        beheer.ifPresent(HttpServer::close);
    }
}
