// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.TerminalTable;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ddas vertrouwen`: the practice authority, and a look into signatures.
@Command(
        name = "vertrouwen",
        description = {
            "Certificaten om mee te oefenen of van een eigen uitgever (ca), en wat er in een handtekening staat.",
            "Certificaten om te oefenen dragen het woord DEMO; productie weigert ze."
        })
final class VertrouwenOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Mixin
    Oefenplek plek = new Oefenplek();

    private final Omgeving omgeving;

    private VertrouwenOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    /// The command with its parts.
    static CommandLine met(Omgeving omgeving) {
        VertrouwenOpdracht zelf = new VertrouwenOpdracht(omgeving);
        return new CommandLine(zelf)
                .addSubcommand(new InspecteerOpdracht(omgeving, zelf::map))
                .addSubcommand(new OndertekenOpdracht(omgeving))
                .addSubcommand(new AanvraagOpdracht(omgeving))
                .addSubcommand(CaOpdracht.met(omgeving));
    }

    @Override
    public Integer call() throws IOException {
        X509Certificate stam = open(map()).anchors().getFirst();
        omgeving.uit().println("De oefenautoriteit staat in " + map() + ".");
        omgeving.uit()
                .println("  stamcertificaat: " + stam.getSubjectX500Principal().getName());
        omgeving.uit().println("  geldig tot:      " + moment(stam.getNotAfter().toInstant()));
        omgeving.uit().println("Een partij erbij: ddas vertrouwen partij NAAM OIN");
        return Uitgang.GOED;
    }

    private Path map() {
        return plek.of(Path.of("var", "vertrouwen"));
    }

    private AuthorityFolder open(Path map) throws IOException {
        return AuthorityFolder.open(map, omgeving.klok(), new SecureRandom());
    }

    @Command(
            name = "partij",
            description = "Maakt de certificaten van een partij: voor TLS, ondertekenen en versleutelen.")
    int partij(
            @Mixin Hulp hulp,
            @Mixin Oefenplek eigen,
            @Parameters(paramLabel = "NAAM", description = "Naam van de organisatie.") String naam,
            @Parameters(paramLabel = "OIN", description = "OIN van 20 cijfers, of KvK-nummer van 8.") String nummer,
            @Option(
                            names = "--host",
                            paramLabel = "HOST",
                            description = "Namen en adressen van de server (standaard localhost en 127.0.0.1).")
                    List<String> hosts)
            throws IOException {
        Party partij = open(eigen.of(map()))
                .party(naam, oin(nummer), hosts == null || hosts.isEmpty() ? List.of("localhost", "127.0.0.1") : hosts);
        TerminalTable tabel =
                new TerminalTable(Column.text("Waarvoor"), Column.text("Geldig tot"), Column.code("Serienummer"));
        tabel.row("TLS", tot(partij.tls().leaf()), serie(partij.tls().leaf()));
        tabel.row(
                "ondertekenen",
                tot(partij.signing().leaf()),
                serie(partij.signing().leaf()));
        tabel.row(
                "versleutelen",
                tot(partij.encryption().leaf()),
                serie(partij.encryption().leaf()));
        tabel.print(omgeving.uit(), "");
        return Uitgang.GOED;
    }

    private static Oin oin(String nummer) {
        try {
            return new Oin(nummer);
        } catch (IllegalArgumentException wrong) {
            throw new VerkeerdGebruik("een OIN heeft 20 cijfers en een KvK-nummer 8, en dit is '" + nummer + "'");
        }
    }

    private static String tot(X509Certificate certificaat) {
        return moment(certificaat.getNotAfter().toInstant());
    }

    private static String serie(X509Certificate certificaat) {
        return certificaat.getSerialNumber().toString(16);
    }

    private static String moment(Instant moment) {
        return Formats.moment(moment);
    }
}
