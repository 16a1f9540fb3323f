// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.basis.Settings;
import nl.ddas.basis.Tls;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Holder;
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
    private static final String OMGEVING = Partijbestanden.OMGEVING;

    /// Settings that go with files, and not with the folder to practise.
    private static final List<String> BESTANDEN =
            List.of(SLEUTEL, ANKERS, INTREKKINGEN, INTREKKINGEN + "-map", OMGEVING);

    /// Reads `vertrouwen-map`, `partij`, `oin` and `hosts` (to practise), or `tls-sleutel`, `ankers`,
    /// `intrekkingen` and `certificaten-omgeving`.
    ///
    /// @return empty when the settings have neither
    /// @throws IOException when the folder cannot be read or written
    /// @throws IllegalArgumentException when an anchor is for practice, and this is not
    /// @throws VerkeerdGebruik when settings are missing or do not go together
    static Optional<LogboekTls> lees(Settings instellingen, Clock klok) throws IOException {
        List<String> bestanden = BESTANDEN.stream().filter(instellingen::has).toList();
        if (instellingen.has(OEFENEN)) {
            if (!bestanden.isEmpty()) {
                throw new VerkeerdGebruik("in de instellingen staan " + OEFENEN + " (om te oefenen) en "
                        + bestanden.getFirst() + " (uw eigen certificaat) allebei. Kies er een");
            }
            return Optional.of(new LogboekTls(
                    oefenend(Deelnemer.aanmelding(instellingen), klok),
                    Intrekkingen.geen(OEFENEN + " has lists of its own")));
        }
        return instellingen.optional(SLEUTEL).map(sleutel -> metBestanden(instellingen, Path.of(sleutel), klok));
    }

    private static LogboekTls metBestanden(Settings instellingen, Path sleutel, Clock klok) {
        List<Path> ankers = instellingen.texts(ANKERS).stream().map(Path::of).toList();
        Intrekkingen lijsten = Intrekkingen.lees(
                        instellingen, INTREKKINGEN, () -> Vertrouwen.bekend(ankers, List.of(sleutel)), klok)
                .filter(_ -> !ankers.isEmpty())
                .orElseThrow(() -> new VerkeerdGebruik("bij " + SLEUTEL + " horen " + ANKERS
                        + " (de wortelcertificaten van de uitgevers die u vertrouwt) en " + INTREKKINGEN
                        + " (hun intrekkingslijsten, of: geen). Nu ontbreekt "
                        + (ankers.isEmpty() ? ANKERS : INTREKKINGEN)));
        TlsFiles bestanden =
                new TlsFiles(sleutel, ankers, lijsten.lijsten(), Omgevingskeuze.lees(instellingen, OMGEVING));
        // The anchors now, so that one for practice is told as a fault of the settings; the key only by who
        // needs it.
        List<X509Certificate> _ = Instellingen.bestanden(bestanden::trusted);
        return new LogboekTls(bestanden, lijsten);
    }

    private static Supplier<Tls> oefenend(Deelnemer.Aanmelding wij, Clock klok) throws IOException {
        AuthorityFolder map = AuthorityFolder.open(wij.map(), klok, new SecureRandom());
        Holder houder = new Holder(wij.naam(), wij.oin(), wij.hosts());
        return () -> map.tls(houder);
    }

    /// From then on no revocation lists are fetched any more; close it after what makes connections.
    @Override
    public void close() {
        intrekkingen.close();
    }
}
