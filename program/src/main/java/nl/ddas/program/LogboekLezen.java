// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Settings;
import nl.ddas.logboek.dienst.Deel;
import nl.ddas.logboek.dienst.Dienstonderdelen;
import nl.ddas.logboek.dienst.Houder;
import nl.ddas.logboek.dienst.PostgresActiviteitregels;
import nl.ddas.logboek.dienst.PostgresInzagen;
import nl.ddas.logboek.dienst.Vraagmerk;
import nl.ddas.logboek.extensie.Attributenschema;
import nl.ddas.logboek.extensie.Definitie;
import nl.ddas.logboek.lezen.LeesApi;
import nl.ddas.logboek.lezen.Lezers;
import nl.ddas.logboek.lezen.Lezerslijst;
import nl.ddas.logboek.lezen.Pseudoniemen;
import nl.ddas.logboek.lezen.Registerzicht;
import nl.ddas.logboek.lezen.Vertrouwelijkheid;
import nl.ddas.logboek.register.Registercache;
import nl.ddas.trust.Oin;

/// Reading in a log, beside writing to it: who may, and what is recorded of it.
///
/// @param sleutel what makes of a question what is recorded of it
/// @param pseudoniemen makes of a BSN in a question the pseudonym that lines have
record LogboekLezen(Lezers lezers, byte[] sleutel, Pseudoniemen pseudoniemen) {

    /// Where it is served.
    private static final String PAD = "/lezen";

    private static final int KORTSTE_SLEUTEL = 32;

    /// Reads `lezers`, `verantwoordelijke`, `inzage-sleutel-bestand`, `pseudoniem-sleutel-bestand` and
    /// `pseudoniem-versie`.
    ///
    /// @return empty when nobody may read
    /// @throws IOException when the key cannot be read
    static Optional<LogboekLezen> lees(Settings instellingen) throws IOException {
        Optional<String> eigen = instellingen.optional("verantwoordelijke");
        Optional<Path> sleutel = instellingen.optional("inzage-sleutel-bestand").map(Path::of);
        Pseudoniemen pseudoniemen = pseudoniemen(instellingen);
        if (!instellingen.has("lezers")) {
            return Optional.empty();
        }
        if (eigen.isEmpty()) {
            throw instellingen.unfit("verantwoordelijke", "de OIN van wie dit logboek vooral is, omdat er lezers zijn");
        }
        Lezers lezers = Lezerslijst.read(instellingen, new Houder(eigen.get()), LogboekLezen::code);
        byte[] geheim = sleutel.isPresent() ? Files.readAllBytes(sleutel.get()) : new byte[0];
        if (geheim.length < KORTSTE_SLEUTEL) {
            throw instellingen.unfit(
                    "inzage-sleutel-bestand",
                    "een bestand met " + KORTSTE_SLEUTEL + " willekeurige bytes of meer, dat alleen het logboek leest");
        }
        return Optional.of(new LogboekLezen(lezers, geheim, pseudoniemen));
    }

    private static Pseudoniemen pseudoniemen(Settings instellingen) throws IOException {
        Optional<Path> sleutel =
                instellingen.optional("pseudoniem-sleutel-bestand").map(Path::of);
        Optional<String> versie = instellingen.optional("pseudoniem-versie");
        if (sleutel.isPresent() != versie.isPresent()) {
            throw instellingen.unfit(
                    sleutel.isPresent() ? "pseudoniem-versie" : "pseudoniem-sleutel-bestand",
                    "de sleutel van de pseudoniemen en de versie daarvan, allebei");
        }
        return sleutel.isPresent()
                ? Pseudoniemen.of(Files.readAllBytes(sleutel.get()), versie.orElseThrow())
                : Pseudoniemen.GEEN;
    }

    private static Optional<String> code(List<X509Certificate> keten) {
        return keten.stream().findFirst().flatMap(Oin::of).map(Oin::value);
    }

    /// The part that answers, of a log without a register: nothing is confidential.
    Dienstonderdelen.Bijdelen deel(List<Definitie> extensies, Clock klok) {
        return deel(_ -> Vertrouwelijkheid.GEEN, extensies, klok);
    }

    /// The part of the log that answers.
    ///
    /// @param register says which lines are confidential
    Dienstonderdelen.Bijdelen deel(Registercache register, List<Definitie> extensies, Clock klok) {
        return deel(
                kern -> new Registerzicht(
                        new Registerkijk(register), PostgresActiviteitregels.open(kern.database())::namen, klok),
                extensies,
                klok);
    }

    private Dienstonderdelen.Bijdelen deel(
            Function<Dienstonderdelen.Kern, Vertrouwelijkheid> vertrouwelijkheid,
            List<Definitie> extensies,
            Clock klok) {
        JsonObject sleutels =
                Attributenschema.of(extensies).object("properties").orElse(JsonObject.EMPTY);
        return kern -> List.of(new Deel(
                PAD,
                new LeesApi(
                        PAD,
                        new LeesApi.Onderdelen(
                                kern.regels(),
                                lezers,
                                vertrouwelijkheid.apply(kern),
                                PostgresInzagen.open(kern.database()),
                                new Vraagmerk(sleutel),
                                pseudoniemen,
                                klok),
                        sleutels)));
    }

    @Override
    public String toString() {
        return "LogboekLezen";
    }
}
