// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nl.ddas.trust.PemFiles;
import nl.ddas.trust.SignatureInspection;
import nl.ddas.trust.SignatureReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ddas vertrouwen inspecteer`: what was signed, by whom, and what is wrong with it.
@Command(
        name = "inspecteer",
        description = {
            "Laat zien wat er in de handtekening van een bericht staat, wie het ondertekende, en wat er niet klopt.",
            "Past de handtekening niet, dan zoekt het programma welke schrijfwijze van het bericht wel is ondertekend.",
            "Geef het bericht als OPNAME, of kop en bericht apart. Van een HAR wordt elk ondertekend bericht beoordeeld."
        })
final class InspecteerOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Parameters(
            paramLabel = "OPNAME",
            arity = "0..1",
            description = "Een antwoord zoals 'curl -i' het schrijft, of een HAR-bestand.")
    Optional<Path> opname = Optional.empty();

    @Option(
            names = "--kop",
            paramLabel = "BESTAND",
            description = "De headers van het bericht, of alleen de waarde van nlgov-adr-payload-sig.")
    Optional<Path> kop = Optional.empty();

    @Option(names = "--bericht", paramLabel = "BESTAND", description = "Precies de bytes van het bericht.")
    Optional<Path> bericht = Optional.empty();

    @Option(
            names = "--anker",
            paramLabel = "PEM",
            description = "Stamcertificaat dat u vertrouwt. Mag vaker; zonder geldt de oefenautoriteit uit --map.")
    List<Path> ankers = List.of();

    @Mixin
    Oefenplek plek = new Oefenplek();

    @Option(names = "--crl", paramLabel = "BESTAND", description = "Intrekkingslijst van een uitgever. Mag vaker.")
    List<Path> lijsten = List.of();

    @Option(
            names = "--moment",
            paramLabel = "TIJD",
            description = "Wanneer de certificaten geldig moeten zijn, zoals 2026-11-21T10:00:00+01:00 (standaard: toen"
                    + " er werd ondertekend).")
    String moment = "";

    @Option(names = "--json", description = "Schrijf het oordeel als JSON.")
    boolean json;

    private final Omgeving omgeving;
    private final Supplier<Path> oefenmap;

    /// @param oefenmap folder of the practice authority, when the user gives this command none
    InspecteerOpdracht(Omgeving omgeving, Supplier<Path> oefenmap) {
        this.omgeving = omgeving;
        this.oefenmap = oefenmap;
    }

    @Override
    public Integer call() throws IOException {
        List<Opgenomen> berichten = opgenomen();
        SignatureReport.Against maatstaf = maatstaf();
        List<InspecteerVerslag> beoordeeld = new ArrayList<>();
        for (Opgenomen bericht : berichten) {
            if (bericht.opname().isPresent()) {
                Opname gegeven = bericht.opname().get();
                beoordeeld.add(new InspecteerVerslag(
                        bericht.wat(),
                        SignatureInspection.inspect(gegeven.headers(), gegeven.inhoud(), maatstaf, omgeving.klok()),
                        gegeven.voorbehoud()));
            }
        }
        List<String> zonderInhoud = berichten.stream()
                .filter(bericht -> bericht.opname().isEmpty())
                .map(Opgenomen::wat)
                .toList();
        InspecteerVerslagen verslagen = new InspecteerVerslagen(beoordeeld, zonderInhoud);
        if (json) {
            omgeving.uit().writeBytes(verslagen.json().toBytes());
            omgeving.uit().println();
        } else {
            verslagen.druk(omgeving.uit());
        }
        return verslagen.zijnGeldig() ? Uitgang.GOED : Uitgang.BEVINDINGEN;
    }

    private List<Opgenomen> opgenomen() throws IOException {
        if (opname.isPresent() && kop.isEmpty() && bericht.isEmpty()) {
            Invoer.bestaat(opname.get());
            return Opname.van(opname.get());
        }
        if (opname.isEmpty() && kop.isPresent() && bericht.isPresent()) {
            Invoer.bestaat(kop.get());
            Invoer.bestaat(bericht.get());
            return List.of(new Opgenomen("", Optional.of(Opname.van(kop.get(), bericht.get()))));
        }
        throw new VerkeerdGebruik(
                "geef een OPNAME (wat 'curl -i' schrijft, of een HAR), of --kop en --bericht allebei");
    }

    private SignatureReport.Against maatstaf() throws IOException {
        List<X509Certificate> vertrouwd = new ArrayList<>();
        for (Path bestand : ankers) {
            Invoer.bestaat(bestand);
            vertrouwd.addAll(PemFiles.certificates(bestand));
        }
        List<X509CRL> ingetrokken = new ArrayList<>();
        for (Path bestand : lijsten) {
            Invoer.bestaat(bestand);
            ingetrokken.addAll(PemFiles.revocationLists(bestand));
        }
        Path oefening = plek.of(oefenmap.get());
        Path anker = oefening.resolve("ca").resolve("ankers.pem");
        Path lijst = oefening.resolve("ca").resolve("intrekking.pem");
        if (ankers.isEmpty() && Files.exists(anker) && Files.exists(lijst)) {
            vertrouwd.addAll(PemFiles.certificates(anker));
            ingetrokken.addAll(PemFiles.revocationLists(lijst));
        }
        return new SignatureReport.Against(vertrouwd, ingetrokken, moment());
    }

    private Optional<Instant> moment() {
        try {
            Optional<OffsetDateTime> gegeven =
                    moment.isEmpty() ? Optional.empty() : Optional.of(OffsetDateTime.parse(moment));
            if (gegeven.filter(een -> een.getYear() < 1 || een.getYear() > 9998).isEmpty()) {
                return gegeven.map(OffsetDateTime::toInstant);
            }
        } catch (DateTimeException fout) {
            // Told below.
        }
        throw new VerkeerdGebruik(
                "bij --moment hoort een tijdstip als 2026-11-21T10:00:00+01:00, en dit is '" + moment + "'");
    }
}
