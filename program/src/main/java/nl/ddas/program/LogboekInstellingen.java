// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.basis.Database;
import nl.ddas.basis.Network;
import nl.ddas.basis.Settings;
import nl.ddas.basis.Tls;
import nl.ddas.logboek.dienst.DienstConfig;
import nl.ddas.logboek.dienst.Dienstonderdelen;
import nl.ddas.logboek.dienst.Houder;
import nl.ddas.logboek.dienst.LogboekServer;
import nl.ddas.logboek.extensie.Definitie;
import nl.ddas.logboek.extensie.GeladenExtensies;
import nl.ddas.logboek.model.Naamruimten;
import nl.ddas.logboek.model.Regeltoets;
import nl.ddas.logboek.model.Verwerkingsactiviteiten;
import nl.ddas.trust.Oin;

/// What stands in the settings file of a log, for all commands that need it.
///
/// @param tls empty without TLS
/// @param extensies files with definitions
/// @param register of activities; empty when every activity is unknown
/// @param inzagen how long is kept who read
record LogboekInstellingen(
        DienstConfig config,
        Optional<LogboekTls> tls,
        List<Path> extensies,
        boolean isConceptGoed,
        Optional<LogboekRegister> register,
        Duration inzagen,
        Optional<LogboekLezen> lezen,
        Optional<LogboekBoom> boom)
        implements AutoCloseable {

    /// Five years: who asks who saw a line asks while the line is there.
    private static final Duration INZAGEN = Duration.ofDays(1826);
    private static final Duration KORTSTE_INZAGEN = Duration.ofDays(180);

    /// Reads it, and looks whether it goes together.
    ///
    /// @throws VerkeerdGebruik when it does not, and why
    static LogboekInstellingen lees(Path bestand, Omgeving omgeving) throws IOException {
        return Instellingen.lees("logboek-dienst", bestand, omgeving.variabelen(), instellingen -> {
            Optional<LogboekTls> tls = LogboekTls.lees(instellingen, omgeving.klok());
            List<Path> extensies =
                    instellingen.texts("extensies").stream().map(Path::of).toList();
            boolean isConceptGoed = instellingen.flag("concept-extensies", false);
            Optional<LogboekRegister> register = LogboekRegister.lees(instellingen);
            Duration inzagen = inzagen(instellingen);
            Optional<LogboekLezen> lezen = LogboekLezen.lees(instellingen);
            Optional<LogboekBoom> boom = LogboekBoom.lees(instellingen);
            DienstConfig config = DienstConfig.read(instellingen);
            if (config.isTls() && tls.isEmpty()) {
                throw instellingen.unfit("tls-sleutel", "uw certificaat, of vertrouwen-map om te oefenen");
            }
            if (!config.isTls() && register.filter(LogboekRegister::isOverTls).isPresent()) {
                throw instellingen.unfit(
                        "register-adres", "een adres waarvoor geen certificaat nodig is, want tls staat uit");
            }
            return new LogboekInstellingen(
                    config,
                    config.isTls() ? tls : Optional.empty(),
                    extensies,
                    isConceptGoed,
                    register,
                    inzagen,
                    lezen,
                    boom);
        });
    }

    private static Duration inzagen(Settings instellingen) {
        Duration termijn = instellingen.duration("inzage-bewaartermijn", INZAGEN);
        if (termijn.compareTo(KORTSTE_INZAGEN) < 0) {
            throw instellingen.unfit("inzage-bewaartermijn", "een duur van 180d of langer");
        }
        return termijn;
    }

    /// Whose lines a sender writes: by the OIN in its certificate, and nothing else.
    LogboekServer.Houderkeuze houders() {
        return config.zonderTls()
                .<LogboekServer.Houderkeuze>map(alles -> _ -> Optional.of(alles))
                .orElse(this::schrijver);
    }

    private Optional<Houder> schrijver(List<X509Certificate> keten) {
        return keten.stream()
                .findFirst()
                .flatMap(Oin::of)
                .flatMap(oin -> Optional.ofNullable(config.schrijvers().get(oin.value())));
    }

    /// Definitions of the extensions that may be used here.
    ///
    /// @throws VerkeerdGebruik when a definition cannot be used; which and why was said already
    /// @throws IOException when a file cannot be read
    List<Definitie> definities(Omgeving omgeving) throws IOException {
        List<Definitie> definities = Extensiebestanden.bruikbaar(extensies, omgeving);
        if (definities.isEmpty() && !extensies.isEmpty()) {
            throw new VerkeerdGebruik("bij extensies staat een definitie die niet gebruikt kan worden");
        }
        if (!isConceptGoed) {
            definities.stream()
                    .filter(een -> !een.kop().status().equals("vastgesteld"))
                    .findFirst()
                    .ifPresent(een -> {
                        throw new VerkeerdGebruik("de extensie " + een.kop().naam() + " is nog niet vastgesteld (maar "
                                + een.kop().status()
                                + "). Wilt u hem toch gebruiken, zet dan concept-extensies: true in de instellingen");
                    });
        }
        return definities;
    }

    /// What these extensions say about attributes.
    Naamruimten naamruimten(List<Definitie> definities) {
        return new GeladenExtensies(definities, isConceptGoed);
    }

    /// The register of activities, kept up to date; without one every activity is unknown.
    ///
    /// @param deel what keeps it
    record Register(Optional<Registerdeel> deel) implements AutoCloseable {

        /// By which lines are judged.
        Verwerkingsactiviteiten activiteiten() {
            return deel.<Verwerkingsactiviteiten>map(Registerdeel::cache).orElse(Verwerkingsactiviteiten.ONBEKEND);
        }

        @Override
        public void close() {
            deel.ifPresent(Registerdeel::close);
        }
    }

    /// Close it after the log and before the database.
    ///
    /// @throws VerkeerdGebruik when it cannot be used now, and was never known
    Register register(Network network, Database database, Clock klok) {
        return new Register(register.map(een -> Registerdeel.start(een, grond(network, database, klok))));
    }

    /// What a register stands on.
    Registerdeel.Grond grond(Network network, Database database, Clock klok) {
        return new Registerdeel.Grond(network, sleutels(), database, config.isKlaar(), klok);
    }

    /// The trees over the lines, when they are asked for. Close it after the log and before the database.
    Optional<Boomdeel> boomdeel(Network network, Clock klok, SecureRandom toeval) {
        return boom.map(een -> een.deel(new Boomdeel.Grond(network, sleutels(), config.isKlaar(), klok, toeval)));
    }

    /// The log that these settings ask for.
    ///
    /// @param bijdelen what is served beside what the settings say
    LogboekInrichting inrichting(
            Network network,
            Database database,
            List<Definitie> definities,
            Register register,
            List<? extends Dienstonderdelen.Bijdelen> bijdelen,
            Clock klok) {
        List<Dienstonderdelen.Bijdelen> alle = new ArrayList<>(bijdelen);
        tls.ifPresent(eigen -> alle.add(kern -> {
            kern.haken().opmerking(eigen.intrekkingen().opmerking());
            return List.of();
        }));
        register.deel().ifPresent(alle::add);
        lezen.ifPresent(een -> alle.add(register.deel()
                .map(deel -> een.deel(deel.cache(), definities, klok))
                .orElseGet(() -> een.deel(definities, klok))));
        return new LogboekInrichting(
                config,
                network,
                database,
                sleutels(),
                houders(),
                naamruimten(definities),
                register.activiteiten(),
                alle);
    }

    private Optional<Supplier<Tls>> sleutels() {
        return tls.map(LogboekTls::tls);
    }

    /// Judges lines as the log itself does.
    Regeltoets toets(Naamruimten naamruimten, Register register) {
        return new Regeltoets(config.beleid(), naamruimten, register.activiteiten());
    }

    /// Only who makes connections needs to: close it after these.
    @Override
    public void close() {
        tls.ifPresent(LogboekTls::close);
    }
}
