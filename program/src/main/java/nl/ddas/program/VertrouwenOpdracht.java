// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import nl.ddas.basis.Headers;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.TerminalTable;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.PayloadVerifier;
import nl.ddas.trust.SignatureReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/// `ddas vertrouwen`: the practice authority, and a look into signatures.
@Command(
        name = "vertrouwen",
        description = {
            "Maakt certificaten om mee te oefenen, en laat zien wat er in een handtekening staat.",
            "De certificaten dragen het woord DEMO; productie weigert ze."
        })
final class VertrouwenOpdracht implements Callable<Integer> {

    private static final ZoneId NEDERLAND = ZoneId.of("Europe/Amsterdam");

    @Mixin
    Hulp hulp = new Hulp();

    @Option(
            names = "--map",
            paramLabel = "MAP",
            scope = ScopeType.INHERIT,
            description = "Waar de oefenautoriteit staat (standaard: var/vertrouwen).")
    Path map = Path.of("var", "vertrouwen");

    private final Omgeving omgeving;

    VertrouwenOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        X509Certificate stam = open().anchors().getFirst();
        omgeving.uit().println("De oefenautoriteit staat in " + map + ".");
        omgeving.uit()
                .println("  stamcertificaat: " + stam.getSubjectX500Principal().getName());
        omgeving.uit().println("  geldig tot:      " + moment(stam.getNotAfter().toInstant()));
        omgeving.uit().println("Een partij erbij: ddas vertrouwen partij NAAM OIN");
        return Uitgang.GOED;
    }

    private AuthorityFolder open() throws IOException {
        return AuthorityFolder.open(map, omgeving.klok(), new SecureRandom());
    }

    @Command(
            name = "partij",
            description = "Maakt de certificaten van een partij: voor TLS, ondertekenen en versleutelen.")
    int partij(
            @Mixin Hulp hulp,
            @Parameters(paramLabel = "NAAM", description = "Naam van de organisatie.") String naam,
            @Parameters(paramLabel = "OIN", description = "OIN van 20 cijfers, of KvK-nummer van 8.") String nummer,
            @Option(
                            names = "--host",
                            paramLabel = "HOST",
                            description = "Namen en adressen van de server (standaard localhost en 127.0.0.1).")
                    List<String> hosts)
            throws IOException {
        Party partij = open().party(
                        naam,
                        oin(nummer),
                        hosts == null || hosts.isEmpty() ? List.of("localhost", "127.0.0.1") : hosts);
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

    @Command(name = "toon", description = "Laat zien wat er in de handtekening van een bericht staat, en of zij klopt.")
    int toon(
            @Mixin Hulp hulp,
            @Option(
                            names = "--handtekening",
                            required = true,
                            paramLabel = "TEKST",
                            description = "Waarde van de header nlgov-adr-payload-sig.")
                    String handtekening,
            @Option(
                            names = "--digest",
                            paramLabel = "TEKST",
                            defaultValue = "",
                            description = "Waarde van de header Digest.")
                    String digest,
            @Parameters(paramLabel = "BERICHT", description = "Bestand met precies de bytes van het bericht.")
                    Path bericht)
            throws IOException {
        Invoer.bestaat(bericht);
        Headers headers = Headers.of(
                "nlgov-adr-payload-sig",
                Files.exists(Path.of(handtekening))
                        ? Files.readString(Path.of(handtekening)).strip()
                        : handtekening);
        if (!digest.isEmpty()) {
            headers = headers.with("Digest", digest);
        }
        Freshness ooit = new Freshness.Answer(Instant.EPOCH, Duration.ofDays(36_500));
        SignatureReport verslag =
                SignatureReport.inspect(headers, bericht, new PayloadVerifier(open().trust(), ooit, omgeving.klok()));
        return druk(verslag);
    }

    private int druk(SignatureReport verslag) {
        omgeving.uit().println("Algoritme:     " + verslag.alg().orElse("(niet te lezen)"));
        verslag.signedAt().ifPresent(op -> omgeving.uit().println("Ondertekend:   " + moment(op)));
        omgeving.uit().println("SHA-256:       " + verslag.bodySha256());
        for (SignatureReport.CertificateReport certificaat : verslag.certificates()) {
            omgeving.uit().println("Certificaat:   " + certificaat.subject());
            omgeving.uit()
                    .println("  uitgegeven door " + certificaat.issuer() + ", geldig tot "
                            + moment(certificaat.notAfter()));
        }
        omgeving.uit().println(verslag.fit().text());
        return switch (verslag.verdict()) {
            case PayloadVerifier.Verdict.Verified _ -> {
                omgeving.uit().println("Oordeel: de handtekening is geldig.");
                yield Uitgang.GOED;
            }
            case PayloadVerifier.Verdict.Refused geweigerd -> {
                omgeving.uit().println("Oordeel: geweigerd (" + geweigerd.code() + "). " + geweigerd.detail());
                yield Uitgang.BEVINDINGEN;
            }
        };
    }

    private static String tot(X509Certificate certificaat) {
        return moment(certificaat.getNotAfter().toInstant());
    }

    private static String serie(X509Certificate certificaat) {
        return certificaat.getSerialNumber().toString(16);
    }

    private static String moment(Instant moment) {
        return Formats.moment(moment.atZone(NEDERLAND));
    }
}
