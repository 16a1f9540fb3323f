// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.ddas.basis.Settings;
import nl.ddas.basis.Tls;
import nl.ddas.trust.Anchors;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Holder;
import nl.ddas.trust.PemFiles;
import nl.ddas.trust.Purpose;
import nl.ddas.trust.TlsFiles;

/// Certificates of a log: one for connections, and whom it trusts. It signs no messages and opens none, so it
/// needs no more. All is read again while the log runs.
///
/// @param tls what is in use now, at each call
/// @param intrekkingen the revocation lists that these go by, closed with it
record LogboekTls(Supplier<Tls> tls, Intrekkingen intrekkingen) implements AutoCloseable {

    private static final String OEFENEN = "vertrouwen-map";
    private static final String SLEUTEL = "tls-sleutel";
    private static final String ANKERS = "ankers";
    private static final String INTREKKINGEN = "intrekkingen";

    /// Reads `vertrouwen-map`, `partij`, `oin` and `hosts` (to practise), or `tls-sleutel`, `ankers` and
    /// `intrekkingen`.
    ///
    /// @return empty when the settings have neither
    /// @throws IOException when the folder cannot be read or written
    /// @throws VerkeerdGebruik when settings are missing or do not go together
    static Optional<LogboekTls> lees(Settings instellingen, Clock klok) throws IOException {
        boolean isOefenen = instellingen.optional(OEFENEN).isPresent();
        Optional<Path> sleutel = instellingen.optional(SLEUTEL).map(Path::of);
        List<Path> ankers = instellingen.texts(ANKERS).stream().map(Path::of).toList();
        Optional<Intrekkingen> lijsten =
                Intrekkingen.lees(instellingen, INTREKKINGEN, () -> bekend(ankers, sleutel.stream()), klok);
        if (isOefenen && sleutel.isPresent()) {
            throw new VerkeerdGebruik("in de instellingen staan " + OEFENEN + " (om te oefenen) en " + SLEUTEL
                    + " (uw eigen certificaat) allebei. Kies er een");
        }
        if (isOefenen) {
            return Optional.of(new LogboekTls(
                    oefenend(Deelnemer.aanmelding(instellingen), klok),
                    Intrekkingen.geen(OEFENEN + " has lists of its own")));
        }
        if (sleutel.isEmpty()) {
            return Optional.empty();
        }
        if (ankers.isEmpty() || lijsten.isEmpty()) {
            throw new VerkeerdGebruik("bij " + SLEUTEL + " horen " + ANKERS
                    + " (de wortelcertificaten van de uitgevers die u vertrouwt) en " + INTREKKINGEN
                    + " (hun intrekkingslijsten, of: geen). Nu ontbreekt "
                    + (ankers.isEmpty() ? ANKERS : INTREKKINGEN));
        }
        return Optional.of(
                new LogboekTls(new TlsFiles(sleutel.get(), ankers, lijsten.get().lijsten()), lijsten.get()));
    }

    private static Supplier<Tls> oefenend(Deelnemer.Aanmelding wij, Clock klok) throws IOException {
        AuthorityFolder map = AuthorityFolder.open(wij.map(), klok, new SecureRandom());
        Holder houder = new Holder(wij.naam(), wij.oin(), wij.hosts());
        return () -> map.tls(houder);
    }

    /// Certificates by which a revocation list can be told from a forged one.
    private static List<X509Certificate> bekend(List<Path> ankers, Stream<Path> sleutel) {
        try {
            List<X509Certificate> bekend = new ArrayList<>(new Anchors(ankers).of(Set.of(Purpose.TLS)));
            for (Path bestand : sleutel.toList()) {
                bekend.addAll(PemFiles.certificates(bestand));
            }
            return bekend;
        } catch (IOException onbruikbaar) {
            throw new UncheckedIOException(onbruikbaar);
        }
    }

    /// From then on no revocation lists are fetched any more; close it after what makes connections.
    @Override
    public void close() {
        intrekkingen.close();
    }
}
