// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Settings;
import nl.ddas.basis.StatusCheck;
import nl.ddas.trust.OcspAnswers;
import nl.ddas.trust.PemFiles;
import nl.ddas.trust.TlsFiles;

/// Where revocation lists are, as a setting says: a choice that has to be made.
///
/// @param lijsten those of now
/// @param opmerking what the operator should know of them, Dutch; asked each time
/// @param web fetches those of web addresses beside the work; empty when there are none
record Intrekkingen(TlsFiles.Lists lijsten, Supplier<Optional<String>> opmerking, Optional<Webintrekkingen> web)
        implements AutoCloseable {

    private static final String GEEN = "geen";
    private static final Predicate<String> IS_WEB = Pattern.compile("^https?:").asPredicate();

    /// Files, folders with files, web addresses, and whom to ask about single certificates (see [Ocspkeuze]); or
    /// `geen`.
    ///
    /// @param naam of the setting; with `-map` behind it, the folder where lists from the web are kept
    /// @param uitgevers certificates of issuers that are known
    /// @return empty when nothing was chosen
    /// @throws VerkeerdGebruik when `geen` stands beside something else, or a web address is none
    static Optional<Intrekkingen> lees(
            Settings instellingen, String naam, Supplier<List<X509Certificate>> uitgevers, Clock klok) {
        List<String> plekken = instellingen.texts(naam);
        Path map = Path.of(instellingen.optional(naam + "-map").orElse("./var/intrekkingen"));
        if (plekken.isEmpty()) {
            return Optional.empty();
        }
        if (plekken.equals(List.of(GEEN))) {
            return Optional.of(geen(naam + " is geen"));
        }
        if (plekken.contains(GEEN)) {
            throw new VerkeerdGebruik("bij " + naam + " staat geen naast iets anders. Laat geen weg om de lijsten te"
                    + " gebruiken, of laat alleen geen staan om niet na te gaan wie is ingetrokken");
        }
        Ocspkeuze ocsp = Ocspkeuze.lees(naam, plekken);
        List<Path> bestanden = plekken.stream()
                .filter(IS_WEB.negate())
                .filter(plek -> !Ocspkeuze.is(plek))
                .map(Path::of)
                .toList();
        List<URI> adressen = plekken.stream()
                .filter(IS_WEB)
                .map(plek -> Webvraag.adres(naam, plek))
                .toList();
        Webintrekkingen web = new Webintrekkingen(adressen, map, uitgevers, klok);
        return Optional.of(ocsp.open(map, klok)
                .map(antwoorden -> gevraagd(bestanden, web, antwoorden, uitgevers, klok))
                .orElseGet(() -> alleenLijsten(bestanden, web, klok)));
    }

    /// Nobody is asked, so a list that ended lets nobody in: health has to say so.
    private static Intrekkingen alleenLijsten(List<Path> bestanden, Webintrekkingen web, Clock klok) {
        AtomicReference<List<X509CRL>> gelezen = new AtomicReference<>(List.of());
        return new Intrekkingen(
                new TlsFiles.Lists.From(() -> {
                    List<X509CRL> alle = alle(bestanden, web);
                    if (alle.isEmpty()) {
                        throw new UncheckedIOException(
                                new IOException("there is no revocation list where they should be"));
                    }
                    gelezen.set(alle);
                    return new Revocation.Checked(alle, klok);
                }),
                () -> samen(Stream.of(web.opmerking(), verlopen(gelezen.get(), klok.instant()))),
                Optional.of(web));
    }

    /// Of which issuers no list is in force any more.
    private static Optional<String> verlopen(List<X509CRL> lijsten, Instant nu) {
        String alle = lijsten.stream()
                .map(X509CRL::getIssuerX500Principal)
                .distinct()
                .filter(uitgever -> lijsten.stream()
                        .filter(lijst -> lijst.getIssuerX500Principal().equals(uitgever))
                        .noneMatch(lijst -> StatusCheck.isInForce(lijst, nu)))
                .map(uitgever -> "de intrekkingslijst van " + uitgever.getName()
                        + " is verlopen; wie een certificaat van die uitgever heeft, wordt niet meer toegelaten")
                .collect(Collectors.joining("; "));
        return Optional.of(alle).filter(tekst -> !tekst.isEmpty());
    }

    /// The first time it waits for what issuers say of our own certificates: without that there is no start.
    private static Intrekkingen gevraagd(
            List<Path> bestanden,
            Webintrekkingen web,
            OcspAnswers antwoorden,
            Supplier<List<X509Certificate>> uitgevers,
            Clock klok) {
        AtomicBoolean eerst = new AtomicBoolean(true);
        return new Intrekkingen(
                new TlsFiles.Lists.From(() -> {
                    List<X509CRL> alle = alle(bestanden, web);
                    if (eerst.getAndSet(false)) {
                        antwoorden.askAhead(
                                uitgevers.get(), certificaat -> !heeftLijst(certificaat, alle, klok.instant()));
                    }
                    return new Revocation.Checked(alle, antwoorden.now(), klok);
                }),
                () -> samen(Stream.of(web.opmerking(), opmerking(antwoorden))),
                Optional.of(web));
    }

    /// Whether its issuer has a list that is in force.
    private static boolean heeftLijst(X509Certificate certificaat, List<X509CRL> lijsten, Instant nu) {
        return lijsten.stream()
                .filter(lijst -> StatusCheck.isInForce(lijst, nu))
                .anyMatch(lijst -> lijst.getIssuerX500Principal().equals(certificaat.getIssuerX500Principal()));
    }

    private static Optional<String> opmerking(OcspAnswers antwoorden) {
        int aantal = antwoorden.failing();
        return aantal == 0
                ? Optional.empty()
                : Optional.of("van " + aantal
                        + (aantal == 1 ? " certificaat" : " certificaten")
                        + " geeft de uitgever niet of het is ingetrokken (OCSP); zie het log");
    }

    private static Optional<String> samen(Stream<Optional<String>> alle) {
        return alle.flatMap(Optional::stream).reduce((een, ander) -> een + "; " + ander);
    }

    /// Nobody looks who was revoked.
    ///
    /// @param reden English, for the log
    static Intrekkingen geen(String reden) {
        return new Intrekkingen(new TlsFiles.Lists.None(reden), Optional::empty, Optional.empty());
    }

    /// From then on no lists are fetched any more; close it after what makes connections.
    @Override
    public void close() {
        web.ifPresent(Webintrekkingen::close);
    }

    private static List<X509CRL> alle(List<Path> bestanden, Webintrekkingen web) {
        try {
            List<X509CRL> alle = new ArrayList<>(web.lijsten());
            for (Path bestand : bestanden) {
                alle.addAll(PemFiles.revocationLists(bestand));
            }
            return alle;
        } catch (IOException onbruikbaar) {
            throw new UncheckedIOException(onbruikbaar);
        }
    }
}
