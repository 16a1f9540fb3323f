// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.logboek.extensie.Definitie;
import nl.ddas.logboek.lezen.Adreswacht;
import nl.ddas.logboek.lezen.HttpBevraging;
import nl.ddas.logboek.lezen.Leesadres;
import nl.ddas.logboek.lezen.Tracecode;
import nl.ddas.logboek.lezen.Traceverslag;
import nl.ddas.logboek.lezen.Volger;
import nl.ddas.logboek.lezen.Volggrenzen;
import nl.ddas.logboek.model.TraceId;
import nl.ddas.presentation.Terminal;
import nl.ddas.trust.SubjectName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ddas logboek volg`: one Dataverwerking, through the logs of all organisations that took part.
@Command(
        name = "volg",
        description = {
            "Volgt een Dataverwerking langs de logboeken van de organisaties die eraan meededen, en toont wat elk deed.",
            "Begint bij --begin en gaat verder langs de adressen van andere logboeken die in de regels staan. Alleen"
                    + " adressen van --begin en --ook worden gevraagd, en daar gaat alleen de trace heen."
        })
final class LogboekVolgOpdracht implements Callable<Integer> {

    private static final String PLEK = "[a-z0-9.-]+(:[0-9]{1,5})?";

    @Mixin
    Hulp hulp = new Hulp();

    @Parameters(paramLabel = "TRACE", description = "Het kenmerk van de trace: 32 hexadecimale cijfers, of een UUID.")
    String trace = "";

    @Option(
            names = "--begin",
            required = true,
            paramLabel = "URL",
            description = "Leesdienst om mee te beginnen, zoals https://logboek.voorbeeld.nl/lezen/v1. Mag vaker.")
    List<String> begin = List.of();

    @Option(
            names = "--ook",
            paramLabel = "HOST",
            description = "Host die ook gevraagd mag worden als een regel ernaar verwijst, zo nodig met :poort. Mag"
                    + " vaker.")
    List<String> ook = List.of();

    @Mixin
    Tlsopties tls = new Tlsopties();

    @Option(
            names = "--intern",
            description = "Vraag ook hosts van --ook die op een intern netwerk liggen, zoals 10.0.0.1.")
    boolean intern;

    @Option(
            names = "--extensie",
            paramLabel = "DEFINITIE",
            description = "Definitie van een extensie (*.ldv-ext.yaml), voor leesbare namen. Mag vaker.")
    List<Path> extensies = List.of();

    @Option(names = "--alles", description = "Toon ook de kenmerken van elke regel, per extensie bij elkaar.")
    boolean alles;

    @Option(names = "--json", description = "Schrijf wat gevonden is als JSON.")
    boolean json;

    @Option(names = "--html", paramLabel = "BESTAND", description = "Schrijf ook een pagina om te lezen of te bewaren.")
    Optional<Path> html = Optional.empty();

    private final Omgeving omgeving;

    LogboekVolgOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        TraceId gezocht = Tracecode.parse(trace)
                .orElseThrow(() -> new VerkeerdGebruik("bij TRACE horen 32 hexadecimale cijfers, of een UUID zoals"
                        + " ef4e77b9-b03b-585f-b613-5fcf8d8555fb"));
        List<Leesadres> adressen =
                begin.stream().map(LogboekVolgOpdracht::adres).toList();
        Adreswacht wacht = new Adreswacht(plekken(adressen), intern, Adreswacht.Namen.VAN_MACHINE);
        List<Definitie> definities = Extensiebestanden.bruikbaar(extensies, omgeving);
        if (definities.isEmpty() && !extensies.isEmpty()) {
            return Uitgang.VERKEERD_GEBRUIK;
        }
        html.ifPresent(Invoer::kanGeschrevenWorden);
        Tls wij = tls.lees(omgeving.klok());
        try (Network network = Network.open()) {
            HttpBevraging bevraging = new HttpBevraging(network, wij, LogboekVolgOpdracht::naam, omgeving.klok());
            Traceverslag verslag = new Volger(bevraging, wacht, Volggrenzen.GEWOON).follow(gezocht, adressen);
            return toon(verslag, definities);
        }
    }

    private int toon(Traceverslag verslag, List<Definitie> definities) throws IOException {
        if (json) {
            omgeving.uit().writeBytes(Volgjson.van(verslag).toBytes());
            omgeving.uit().println();
        } else {
            new Volgweergave(omgeving.uit(), Terminal.of(omgeving.variabelen()), definities, alles).toon(verslag);
        }
        if (html.isPresent()) {
            Files.writeString(
                    html.get(),
                    Volgpagina.van(verslag, definities, omgeving.klok().instant())
                            .render(),
                    StandardCharsets.UTF_8);
            omgeving.fout().println("Geschreven: " + html.get());
        }
        if (verslag.bezoeken().stream().noneMatch(one -> one.toestand().isGelezen())) {
            return Uitgang.KAPOT;
        }
        return verslag.isCompleet() ? Uitgang.GOED : Uitgang.BEVINDINGEN;
    }

    private static Leesadres adres(String tekst) {
        return Leesadres.of(tekst)
                .orElseThrow(() -> new VerkeerdGebruik("bij --begin hoort een adres als"
                        + " https://logboek.voorbeeld.nl/lezen/v1, zonder vraagteken of gebruikersnaam"));
    }

    private Set<String> plekken(List<Leesadres> adressen) {
        Set<String> plekken = new HashSet<>();
        adressen.forEach(one -> plekken.add(one.plaats()));
        for (String plek : ook) {
            if (!plek.matches(PLEK)) {
                throw new VerkeerdGebruik("bij --ook hoort een host als logboek.voorbeeld.nl of"
                        + " logboek.voorbeeld.nl:8443, zonder https://");
            }
            plekken.add(plek.endsWith(":443") ? plek.substring(0, plek.length() - 4) : plek);
        }
        return plekken;
    }

    /// Whose log it is, by its certificate.
    static Optional<String> naam(List<X509Certificate> keten) {
        return keten.stream()
                .findFirst()
                .map(one -> SubjectName.of(one.getSubjectX500Principal()))
                .flatMap(one -> one.organisation().or(one::commonName));
    }
}
