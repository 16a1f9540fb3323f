// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.Settings;
import nl.ddas.trust.Anchors;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Purpose;

/// Certificates of our own for a Group, in files: `groep-sleutel`, `groep-ankers`, `groep-intrekkingen`, and
/// when they are others `contract-sleutel` and `token-sleutel`.
final class Groepsbestanden {

    /// Also for certificates inside our own organisation.
    static final String OMGEVING = "groep-omgeving";

    private static final String TLS = "groep-sleutel";
    private static final String CONTRACT = "contract-sleutel";
    private static final String TOKEN = "token-sleutel";
    private static final List<String> SLEUTELS = List.of(TLS, CONTRACT, TOKEN);

    private Groepsbestanden() {}

    /// @param ondertekent whether `contract-sleutel` and `token-sleutel` may be set
    /// @throws UncheckedIOException when a file cannot be read
    /// @throws VerkeerdGebruik when settings are missing or do not go together
    static Groepslid lees(Settings instellingen, Clock klok, boolean ondertekent) {
        // Only the practice authority writes a name into certificates.
        Optional<String> _ = instellingen.optional("partij");
        Sleutelapparaat sleutels = Sleutelapparaat.lees(instellingen, ondertekent ? SLEUTELS : List.of(TLS));
        Groepslid.Slot tls = slot(sleutels, TLS, instellingen.required(TLS));
        Groepslid.Slot contract = ondertekent ? ander(instellingen, sleutels, CONTRACT, tls) : tls;
        Groepslid.Slot token = ondertekent ? ander(instellingen, sleutels, TOKEN, tls) : tls;
        Anchors ankers = ankers(instellingen);
        Intrekkingen lijsten = Intrekkingen.lees(instellingen, "groep-intrekkingen", () -> bekend(ankers, tls), klok)
                .orElseThrow(() -> new VerkeerdGebruik(
                        "bij groep-sleutel hoort groep-intrekkingen: de bestanden, mappen of webadressen met de"
                                + " intrekkingslijsten van alle uitgevers. Zet er geen neer als u het niet wilt"
                                + " nagaan; wie een ingetrokken certificaat heeft, komt dan ook binnen"));
        Environment omgeving = Omgevingskeuze.lees(instellingen, OMGEVING);
        return new Groepslid(
                oin(instellingen, tls.lees().get()),
                Deelnemer.hosts(instellingen),
                new Groepslid.Sleutels(tls, contract, token),
                omgeving,
                () -> Vertrouwen.samen(ankers, Set.of(Purpose.TLS), lijsten.lijsten(), omgeving),
                () -> Vertrouwen.samen(ankers, Set.of(Purpose.TLS, Purpose.SIGNING), lijsten.lijsten(), omgeving),
                lijsten);
    }

    private static Groepslid.Slot ander(
            Settings instellingen, Sleutelapparaat sleutels, String naam, Groepslid.Slot anders) {
        Optional<String> bestand = instellingen.optional(naam);
        if (bestand.isEmpty() && sleutels.namen().containsKey(naam)) {
            throw new VerkeerdGebruik("bij " + Sleutelapparaat.label(naam) + " hoort " + naam
                    + ": het bestand (PEM) met de certificaten van de sleutel in het apparaat");
        }
        return bestand.map(plek -> slot(sleutels, naam, plek)).orElse(anders);
    }

    private static Groepslid.Slot slot(Sleutelapparaat sleutels, String naam, String bestand) {
        Path pad = Path.of(bestand);
        return new Groepslid.Slot(naam, () -> sleutels.sleutel(naam, pad));
    }

    private static Anchors ankers(Settings instellingen) {
        Anchors ankers = new Anchors(
                instellingen.texts("groep-ankers").stream().map(Path::of).toList());
        if (ankers.places().isEmpty()) {
            throw new VerkeerdGebruik(
                    "bij groep-sleutel hoort groep-ankers: de bestanden of mappen met de wortelcertificaten die de"
                            + " Group vertrouwt");
        }
        return ankers;
    }

    private static Oin oin(Settings instellingen, Identity wij) {
        Optional<Oin> gegeven = instellingen.optional("oin").map(Oin::new);
        Optional<Oin> gevonden = Oin.of(wij.leaf());
        if (gegeven.isPresent() && gevonden.isPresent() && !gegeven.equals(gevonden)) {
            throw new VerkeerdGebruik(
                    "bij oin staat " + gegeven.get() + ", en in het certificaat van groep-sleutel staat "
                            + gevonden.get() + ". Laat oin weg, of kies het goede certificaat");
        }
        return gevonden.or(() -> gegeven)
                .orElseThrow(() -> new VerkeerdGebruik("bij groep-sleutel staat geen OIN in het certificaat (als"
                        + " serialNumber van het onderwerp). Vraag een certificaat aan met uw OIN"));
    }

    /// Certificates by which a revocation list can be told from a forged one.
    private static List<X509Certificate> bekend(Anchors ankers, Groepslid.Slot tls) {
        try {
            List<X509Certificate> bekend = new ArrayList<>(ankers.of(Set.of(Purpose.values())));
            bekend.addAll(tls.lees().get().chain());
            return bekend;
        } catch (IOException onbruikbaar) {
            throw new UncheckedIOException(onbruikbaar);
        }
    }
}
