// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.ddas.basis.Settings;
import nl.ddas.basis.Tls;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.PemFiles;
import nl.ddas.trust.Recipient;
import nl.ddas.trust.Refusal;
import nl.ddas.trust.TlsFiles;
import nl.ddas.trust.Trust;

/// Certificates of our own in files, for who delivers or collects: a key for connections, one to sign messages and one
/// for messages that are encrypted for us, each with its certificates; and whom we trust. Those for connections,
/// anchors and revocation lists are read again while the program runs, and what is not good then leaves the old in use.
final class Partijbestanden implements Vertrouwensbron {

    static final String TLS = "tls-sleutel";
    static final String ONDERTEKENING = "ondertekening-sleutel";
    static final String VERSLEUTELING = "versleuteling-sleutel";
    private static final String ANKERS = "ankers";
    private static final String INTREKKINGEN = "intrekkingen";
    private static final String OMGEVING = "certificaten-omgeving";

    /// Settings that go with these, and with no others.
    static final List<String> ALLEMAAL = Stream.concat(
                    Stream.of(TLS, ONDERTEKENING, VERSLEUTELING, ANKERS, INTREKKINGEN, INTREKKINGEN + "-map", OMGEVING),
                    Sleutelapparaat.ALLEMAAL.stream())
            .toList();

    /// How long anchors and revocation lists are left alone.
    private static final Duration VERTROUWEN = Duration.ofSeconds(10);

    private final Supplier<Trust> trust;
    private final Supplier<Identity> tls;

    private Partijbestanden(Supplier<Trust> trust, Supplier<Identity> tls) {
        this.trust = trust;
        this.tls = tls;
    }

    /// Reads `tls-sleutel`, `ondertekening-sleutel`, `versleuteling-sleutel`, `ankers`, `intrekkingen` and
    /// `certificaten-omgeving`, and looks whether all of it can be used.
    ///
    /// @throws VerkeerdGebruik when it cannot, and why
    static Deelnemer lees(Settings instellingen, Clock klok) {
        return Instellingen.bestanden(() -> gelezen(instellingen, klok));
    }

    /// Whoever sends us something must be able to encrypt to this certificate.
    private static void magVersleutelen(Settings instellingen, Recipient.Outcome uitkomst) {
        switch (uitkomst) {
            case Recipient.Outcome.Fit _ -> {}
            case Recipient.Outcome.Unfit(Refusal _, String detail) ->
                throw instellingen.unfit(
                        VERSLEUTELING, "een certificaat waarmee anderen naar u kunnen versleutelen. " + detail);
        }
    }

    private static Deelnemer gelezen(Settings instellingen, Clock klok) {
        Path tlsBestand = bestand(instellingen, TLS);
        Sleutelapparaat sleutels = Sleutelapparaat.lees(instellingen);
        Identity verbinding = sleutels.sleutel(TLS, tlsBestand);
        Identity ondertekening = sleutels.sleutel(ONDERTEKENING, bestand(instellingen, ONDERTEKENING));
        Identity versleuteling = sleutels.sleutel(VERSLEUTELING, bestand(instellingen, VERSLEUTELING));
        Supplier<Trust> trust = trust(instellingen, klok);
        Kettingkeuring keuring = new Kettingkeuring(trust, klok, ANKERS, INTREKKINGEN);
        Oin oin = oin(instellingen, verbinding);
        keur(keuring, ONDERTEKENING, oin, ondertekening);
        keuring.magOndertekenen(ONDERTEKENING, ondertekening);
        keur(keuring, VERSLEUTELING, oin, versleuteling);
        Supplier<Identity> nu = new Herlezer<>(
                new Herlezer.Bron<>(TLS, () -> sleutels.sleutel(TLS, tlsBestand), nieuw -> {
                    keur(keuring, TLS, oin, nieuw);
                    keuring.magOndertekenen(TLS, nieuw);
                    return nieuw;
                }),
                klok,
                Duration.ZERO);
        Holder wie = new Holder(instellingen.required("partij"), oin, Deelnemer.hosts(instellingen));
        Party partij = partij(wie, verbinding, ondertekening, versleuteling);
        magVersleutelen(instellingen, Recipient.check(versleuteling.chain(), oin, trust.get(), klok.instant()));
        return new Deelnemer(new Partijbestanden(trust, nu), partij, Deelnemer.vorm(instellingen));
    }

    private static Party partij(Holder wie, Identity tls, Identity ondertekening, Identity versleuteling) {
        try {
            return new Party(wie, tls, ondertekening, versleuteling);
        } catch (IllegalArgumentException zelfde) {
            throw new VerkeerdGebruik("bij " + TLS + ", " + ONDERTEKENING + " en " + VERSLEUTELING
                    + " staat twee keer dezelfde sleutel. Voor elk doel hoort er een eigen sleutel te zijn");
        }
    }

    private static Path bestand(Settings instellingen, String naam) {
        return instellingen
                .optional(naam)
                .map(Path::of)
                .orElseThrow(() -> new VerkeerdGebruik("in de instellingen"
                        + " ontbreekt " + naam + ". Bij eigen certificaten horen " + TLS + " (voor verbindingen), "
                        + ONDERTEKENING + " (om berichten te ondertekenen) en " + VERSLEUTELING
                        + " (voor berichten die voor u zijn versleuteld)"));
    }

    private static void keur(Kettingkeuring keuring, String slot, Oin oin, Identity identity) {
        keuring.keur(slot, identity);
        if (!Oin.of(identity.leaf()).equals(Optional.of(oin))) {
            throw new VerkeerdGebruik("bij " + slot + " staat in het certificaat een andere OIN dan " + oin
                    + ". Alle certificaten horen van dezelfde organisatie te zijn");
        }
    }

    private static Oin oin(Settings instellingen, Identity wij) {
        Oin gevonden = Oin.of(wij.leaf())
                .orElseThrow(() -> new VerkeerdGebruik("bij " + TLS + " staat geen OIN in het certificaat (als"
                        + " serialNumber van het onderwerp). Vraag een certificaat aan met uw OIN"));
        instellingen
                .optional("oin")
                .map(Oin::new)
                .filter(oin -> !oin.equals(gevonden))
                .ifPresent(oin -> {
                    throw new VerkeerdGebruik("bij oin staat " + oin + ", en in het certificaat van " + TLS + " staat "
                            + gevonden + ". Laat oin weg, of kies het goede certificaat");
                });
        return gevonden;
    }

    private static Supplier<Trust> trust(Settings instellingen, Clock klok) {
        List<Path> ankers = instellingen.texts(ANKERS).stream().map(Path::of).toList();
        if (ankers.isEmpty()) {
            throw new VerkeerdGebruik("bij " + TLS + " hoort " + ANKERS
                    + ": de bestanden met de wortelcertificaten van de uitgevers die u vertrouwt");
        }
        List<Path> eigen = Stream.of(TLS, ONDERTEKENING, VERSLEUTELING)
                .map(naam -> bestand(instellingen, naam))
                .toList();
        Intrekkingen lijsten = Intrekkingen.lees(instellingen, INTREKKINGEN, () -> bekend(ankers, eigen), klok)
                .orElseThrow(() -> new VerkeerdGebruik("bij " + TLS + " hoort " + INTREKKINGEN
                        + ": de bestanden, mappen of webadressen met de intrekkingslijsten van alle uitgevers. Zet er"
                        + " geen neer als u het niet wilt nagaan; wie een ingetrokken certificaat heeft, komt dan ook"
                        + " binnen"));
        Environment omgeving = Omgevingskeuze.lees(instellingen, OMGEVING);
        return new Herlezer<>(
                Herlezer.Bron.van("trust", () -> vertrouwd(ankers, lijsten.lijsten(), omgeving)), klok, VERTROUWEN);
    }

    private static Trust vertrouwd(List<Path> ankers, TlsFiles.Lists lijsten, Environment omgeving) {
        try {
            return Trust.of(certificaten(ankers), TlsFiles.revocation(lijsten), omgeving);
        } catch (IOException onbruikbaar) {
            throw new UncheckedIOException(onbruikbaar);
        }
    }

    /// Certificates by which a revocation list can be told from a forged one, and our own.
    private static List<X509Certificate> bekend(List<Path> ankers, List<Path> eigen) {
        try {
            return certificaten(Stream.concat(ankers.stream(), eigen.stream()).toList());
        } catch (IOException onbruikbaar) {
            throw new UncheckedIOException(onbruikbaar);
        }
    }

    private static List<X509Certificate> certificaten(List<Path> bestanden) throws IOException {
        List<X509Certificate> gelezen = new ArrayList<>();
        for (Path bestand : bestanden) {
            gelezen.addAll(PemFiles.certificates(bestand));
        }
        return gelezen;
    }

    @Override
    public Trust trust() {
        return trust.get();
    }

    @Override
    public Tls tls(Party partij) {
        Identity wij = tls.get();
        Trust wie = trust.get();
        return new Tls(wij.key(), wij.chain(), wie.anchors(), wie.revocation());
    }
}
