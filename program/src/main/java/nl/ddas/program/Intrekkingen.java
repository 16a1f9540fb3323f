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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.ddas.basis.Settings;
import nl.ddas.trust.PemFiles;
import nl.ddas.trust.TlsFiles;

/// Where the revocation lists of a Group are: `groep-intrekkingen`, a choice that has to be made.
final class Intrekkingen {

    private static final String NAAM = "groep-intrekkingen";
    private static final String GEEN = "geen";
    private static final Predicate<String> IS_WEB = Pattern.compile("^https?:").asPredicate();

    private Intrekkingen() {}

    /// Files, folders with files and web addresses; or `geen`.
    ///
    /// @param uitgevers certificates of issuers that are known
    /// @throws VerkeerdGebruik when nothing was chosen
    static TlsFiles.Lists lees(Settings instellingen, Supplier<List<X509Certificate>> uitgevers, Clock klok) {
        List<String> plekken = instellingen.texts(NAAM);
        Path map = Path.of(instellingen.optional("groep-intrekkingen-map").orElse("./var/intrekkingen"));
        if (plekken.isEmpty()) {
            throw new VerkeerdGebruik(
                    "bij groep-sleutel hoort groep-intrekkingen: de bestanden, mappen of webadressen met"
                            + " de intrekkingslijsten van alle uitgevers. Zet er geen neer als u het niet wilt nagaan; wie een"
                            + " ingetrokken certificaat heeft, komt dan ook binnen");
        }
        if (plekken.equals(List.of(GEEN))) {
            return new TlsFiles.Lists.None("groep-intrekkingen is geen");
        }
        List<Path> bestanden =
                plekken.stream().filter(IS_WEB.negate()).map(Path::of).toList();
        List<URI> adressen = plekken.stream().filter(IS_WEB).map(URI::create).toList();
        Webintrekkingen web = new Webintrekkingen(adressen, map, uitgevers, klok);
        return new TlsFiles.Lists.From(() -> alle(bestanden, web));
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
