// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nl.ddas.logboek.register.Activiteit;
import nl.ddas.logboek.register.Artikel30;
import nl.ddas.logboek.register.Entiteit;
import nl.ddas.logboek.register.Inhoud;
import nl.ddas.logboek.register.Logwijze;
import nl.ddas.logboek.register.Maatregel;
import nl.ddas.logboek.register.Registerdocument;
import nl.ddas.logboek.register.Versie;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.Terminal;
import nl.ddas.presentation.TerminalTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ddas logboek register toon`: the activities, or one of them.
@Command(
        name = "toon",
        description = {"Toont de activiteiten van een register, of alles wat er over een ervan staat."})
final class RegisterToonOpdracht implements Callable<Integer> {

    @Mixin
    Registerkeuze keuze = new Registerkeuze();

    @Parameters(
            arity = "0..1",
            paramLabel = "ACTIVITEIT",
            description = "Het kenmerk of de URI van een activiteit, of het begin van het kenmerk.")
    Optional<String> welke = Optional.empty();

    @Option(
            names = "--op",
            paramLabel = "MOMENT",
            description = "Zoals het was op die dag of dat moment (standaard: nu).")
    Optional<String> op = Optional.empty();

    private final Omgeving omgeving;

    RegisterToonOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        Instant moment =
                op.map(Registermoment::lees).orElseGet(() -> omgeving.klok().instant());
        Registerdocument document = keuze.lees(omgeving);
        Artikel30 register = new Artikel30(document, moment);
        if (welke.isEmpty()) {
            lijst(register);
            return Uitgang.GOED;
        }
        Activiteit activiteit = gevraagd(document, welke.get());
        Optional<Versie> versie = activiteit.at(moment);
        if (versie.isEmpty()) {
            omgeving.uit().println("Deze activiteit was er op " + Formats.moment(moment) + " nog niet.");
            return Uitgang.BEVINDINGEN;
        }
        alles(register, activiteit, versie.get());
        return Uitgang.GOED;
    }

    private void lijst(Artikel30 register) {
        if (register.rows().isEmpty()) {
            omgeving.uit().println("Op " + Formats.moment(register.moment()) + " had dit register geen activiteiten.");
            return;
        }
        TerminalTable tabel =
                new TerminalTable(Column.text("activiteit"), Column.number("versie"), Column.code("kenmerk"));
        register.rows()
                .forEach(rij -> tabel.row(
                        rij.inhoud().name(),
                        Integer.toString(rij.versie().nummer()),
                        rij.activiteit().id().toString()));
        omgeving.uit().println(register.document().title());
        omgeving.uit().println();
        tabel.print(omgeving.uit(), "");
    }

    private static Activiteit gevraagd(Registerdocument document, String tekst) {
        String kenmerk = tekst.substring(tekst.lastIndexOf('/') + 1).replaceFirst("^urn:uuid:", "");
        List<Activiteit> gevonden = document.activiteiten().stream()
                .filter(one -> one.id().toString().startsWith(kenmerk))
                .toList();
        if (gevonden.size() != 1 || kenmerk.isEmpty()) {
            throw new VerkeerdGebruik(
                    gevonden.isEmpty()
                            ? "de activiteit '" + tekst
                                    + "' staat niet in dit register; ddas logboek register toon noemt ze allemaal"
                            : "'" + tekst + "' past op " + gevonden.size() + " activiteiten; geef meer tekens");
        }
        return gevonden.getFirst();
    }

    private void alles(Artikel30 register, Activiteit activiteit, Versie versie) {
        Inhoud inhoud = versie.inhoud();
        PrintStream uit = omgeving.uit();
        uit.println(inhoud.name());
        uit.println();
        feit("URI", register.document().uri(activiteit.id()).toString());
        feit(
                "versie",
                versie.nummer() + " van " + activiteit.versies().size() + ", geldt vanaf "
                        + Formats.moment(versie.validFrom())
                        + (inhoud.ended() ? " (beëindigd)" : ""));
        feit("doel", inhoud.purpose());
        feit(
                "verantwoordelijke",
                inhoud.verband()
                        .controllerId()
                        .flatMap(register.document()::entity)
                        .map(Entiteit::name)
                        .orElse(""));
        feit("deel van", register.parent(inhoud).orElse(""));
        feit("grondslag", Artikel30.spoken(inhoud.legalBasis()));
        feit("wet en artikel", inhoud.legalBasisComment());
        feit("betrokkenen", Artikel30.spoken(inhoud.dataSubjects()));
        feit("gegevens", String.join(", ", inhoud.personalData().categories()));
        feit(
                "gegevens bewaren",
                inhoud.personalData().retentionPeriod().map(Artikel30::spoken).orElse(""));
        feit("wat ermee gebeurt", Artikel30.spoken(inhoud.processingOptions()));
        feit("ontvangers", String.join(", ", register.recipients(inhoud)));
        feit("maatregelen", inhoud.measures().stream().map(Maatregel::measure).collect(Collectors.joining(" ")));
        loggen(inhoud.logging());
        feit(
                "verwijzingen",
                inhoud.verband().externalRefs().stream().map(URI::toString).collect(Collectors.joining(" ")));
    }

    private void loggen(Logwijze loggen) {
        feit(
                "logregels bewaren",
                loggen.logRetentionPeriod().map(Artikel30::spoken).orElse(""));
        feit("in logregels", loggen.subjectLogging().tekst() + "; detailniveau " + loggen.detailLevel());
        feit("motivering", loggen.motivation());
        feit("DPIA", loggen.dpia().map(URI::toString).orElse(""));
        feit(
                "vertrouwelijk",
                loggen.confidential()
                        ? "ja"
                                + loggen.confidentialUntil()
                                        .map(tot -> ", tot " + Formats.moment(tot))
                                        .orElse("")
                        : "");
    }

    private void feit(String naam, String waarde) {
        if (!waarde.isEmpty()) {
            omgeving.uit().println(naam);
            Terminal.of(omgeving.variabelen()).wrap(omgeving.uit(), "  ", waarde);
        }
    }
}
