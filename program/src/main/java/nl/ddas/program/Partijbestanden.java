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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.Settings;
import nl.ddas.basis.Tls;
import nl.ddas.trust.Anchors;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.PemFiles;
import nl.ddas.trust.Purpose;
import nl.ddas.trust.Recipient;
import nl.ddas.trust.Refusal;
import nl.ddas.trust.Trust;

/// Certificates of our own in files, for who delivers or collects: a key for connections, one to sign messages
/// and one for messages that are encrypted for us, each with its certificates; and whom we trust. All of it is
/// read again while the program runs, and what is not good then leaves the old in use.
final class Partijbestanden implements Vertrouwensbron {

    static final String TLS = "tls-sleutel";
    static final String ONDERTEKENING = "ondertekening-sleutel";
    static final String VERSLEUTELING = "versleuteling-sleutel";
    private static final String ANKERS = "ankers";
    private static final String INTREKKINGEN = "intrekkingen";
    static final String OMGEVING = "certificaten-omgeving";

    /// Whose key may be in a device: decrypting with one there, Java cannot.
    private static final List<String> IN_APPARAAT = List.of(TLS, ONDERTEKENING);

    /// Settings that go with these, and with no others.
    static final List<String> ALLEMAAL = Stream.concat(
                    Stream.of(TLS, ONDERTEKENING, VERSLEUTELING, ANKERS, INTREKKINGEN, INTREKKINGEN + "-map", OMGEVING),
                    Sleutelapparaat.instellingen(IN_APPARAAT).stream())
            .toList();

    /// How long anchors and revocation lists are left alone.
    private static final Duration VERTROUWEN = Duration.ofSeconds(10);

    /// Answers count 26 hours at most (see [nl.ddas.trust.Freshness]); so long others may ask for the key.
    private static final Duration NALOOP_HANDTEKENING = Duration.ofHours(26);

    /// How long after its end others may still have a message that was encrypted to a certificate.
    private static final Duration NALOOP_VERSLEUTELING = Duration.ofDays(7);

    private final Herlezer<Map<Purpose, Trust>> trust;
    private final Herlezer<Identity> tls;
    private final Sleutelwissel ondertekening;
    private final Sleutelwissel versleuteling;
    private final Intrekkingen lijsten;
    private final Clock klok;

    private Partijbestanden(
            Vertrouwd vertrouwd,
            Herlezer<Identity> tls,
            Sleutelwissel ondertekening,
            Sleutelwissel versleuteling,
            Clock klok) {
        this.trust = vertrouwd.trust();
        this.tls = tls;
        this.ondertekening = ondertekening;
        this.versleuteling = versleuteling;
        this.lijsten = vertrouwd.lijsten();
        this.klok = klok;
    }

    /// @param lijsten the revocation lists that it goes by
    private record Vertrouwd(Herlezer<Map<Purpose, Trust>> trust, Intrekkingen lijsten) {
        Trust voor(Purpose doel) {
            return Objects.requireNonNull(trust.get().get(doel));
        }
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
        Sleutelapparaat sleutels = Sleutelapparaat.lees(instellingen, IN_APPARAAT);
        Map<String, Path> bestanden = Stream.of(TLS, ONDERTEKENING, VERSLEUTELING)
                .collect(Collectors.toMap(naam -> naam, naam -> bestand(instellingen, naam)));
        Function<String, Identity> lees = slot -> sleutels.sleutel(slot, Objects.requireNonNull(bestanden.get(slot)));
        Oin oin = oin(instellingen, lees.apply(TLS));
        Holder wie = new Holder(instellingen.required("partij"), oin, Deelnemer.hosts(instellingen));
        Inlezing inlezing = new Inlezing(instellingen, lees, wie, vertrouwd(instellingen, klok), klok);
        Herlezer<Identity> tls = inlezing.tls();
        Sleutelwissel ondertekening = inlezing.ondertekening(tls);
        Sleutelwissel versleuteling = inlezing.versleuteling(tls, ondertekening);
        return new Deelnemer(
                new Partijbestanden(inlezing.vertrouwd(), tls, ondertekening, versleuteling, klok),
                partij(wie, tls.get(), ondertekening.eerste(), versleuteling.eerste()),
                Deelnemer.Handtekening.lees(instellingen));
    }

    /// Reads each key, at the start and whenever its file has changed, and refuses what others would not accept.
    ///
    /// @param lees the key of a slot, as it stands in its file now
    private record Inlezing(
            Settings instellingen, Function<String, Identity> lees, Holder wie, Vertrouwd vertrouwd, Clock klok) {

        Herlezer<Identity> tls() {
            return new Herlezer<>(
                    new Herlezer.Bron<>(TLS, () -> lees.apply(TLS), nieuw -> {
                        Kettingkeuring keuring = keuring(vertrouwd, Purpose.TLS, klok);
                        keur(keuring, TLS, wie.oin(), nieuw);
                        keuring.magOndertekenen(TLS, nieuw);
                        isEnige(nieuw, lees.apply(ONDERTEKENING), lees.apply(VERSLEUTELING));
                        return nieuw;
                    }),
                    klok,
                    Duration.ZERO);
        }

        Sleutelwissel ondertekening(Herlezer<Identity> tls) {
            Herlezer<Identity> nu = new Herlezer<>(
                    new Herlezer.Bron<>(ONDERTEKENING, () -> lees.apply(ONDERTEKENING), nieuw -> {
                        Kettingkeuring keuring = keuring(vertrouwd, Purpose.SIGNING, klok);
                        keur(keuring, ONDERTEKENING, wie.oin(), nieuw);
                        keuring.magOndertekenen(ONDERTEKENING, nieuw);
                        PayloadSigner _ = new PayloadSigner(nieuw, klok);
                        Party _ = partij(wie, tls.get(), nieuw, lees.apply(VERSLEUTELING));
                        return nieuw;
                    }),
                    klok,
                    VERTROUWEN);
            return new Sleutelwissel(nu, _ -> klok.instant().plus(NALOOP_HANDTEKENING), klok);
        }

        Sleutelwissel versleuteling(Herlezer<Identity> tls, Sleutelwissel ondertekening) {
            Herlezer<Identity> nu = new Herlezer<>(
                    new Herlezer.Bron<>(VERSLEUTELING, () -> lees.apply(VERSLEUTELING), nieuw -> {
                        keur(keuring(vertrouwd, Purpose.ENCRYPTION, klok), VERSLEUTELING, wie.oin(), nieuw);
                        magVersleutelen(
                                instellingen,
                                Recipient.check(
                                        nieuw.chain(), wie.oin(), vertrouwd.voor(Purpose.ENCRYPTION), klok.instant()));
                        Party _ = partij(wie, tls.get(), ondertekening.eerste(), nieuw);
                        return nieuw;
                    }),
                    klok,
                    VERTROUWEN);
            return new Sleutelwissel(
                    nu, oud -> oud.leaf().getNotAfter().toInstant().plus(NALOOP_VERSLEUTELING), klok);
        }
    }

    private static Kettingkeuring keuring(Vertrouwd vertrouwd, Purpose doel, Clock klok) {
        return new Kettingkeuring(() -> vertrouwd.voor(doel), klok, ANKERS, INTREKKINGEN);
    }

    private static Party partij(Holder wie, Identity tls, Identity ondertekening, Identity versleuteling) {
        try {
            return new Party(wie, tls, ondertekening, versleuteling);
        } catch (IllegalArgumentException zelfde) {
            throw tweeKeer();
        }
    }

    /// The other two are looked at when their own turn comes, each with its own reason.
    private static void isEnige(Identity tls, Identity... anderen) {
        for (Identity ander : anderen) {
            if (ander.leaf().getPublicKey().equals(tls.leaf().getPublicKey())) {
                throw tweeKeer();
            }
        }
    }

    private static VerkeerdGebruik tweeKeer() {
        return new VerkeerdGebruik("bij " + TLS + ", " + ONDERTEKENING + " en " + VERSLEUTELING
                + " staat twee keer dezelfde sleutel. Voor elk doel hoort er een eigen sleutel te zijn");
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

    private static Vertrouwd vertrouwd(Settings instellingen, Clock klok) {
        Anchors ankers =
                new Anchors(instellingen.texts(ANKERS).stream().map(Path::of).toList());
        if (ankers.places().isEmpty()) {
            throw new VerkeerdGebruik("bij " + TLS + " hoort " + ANKERS
                    + ": de bestanden of mappen met de wortelcertificaten van de uitgevers die u vertrouwt");
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
        return new Vertrouwd(
                new Herlezer<>(
                        Herlezer.Bron.van(
                                ANKERS + " en " + INTREKKINGEN,
                                () -> Vertrouwen.perDoel(ankers, lijsten.lijsten(), omgeving)),
                        klok,
                        VERTROUWEN),
                lijsten);
    }

    /// Certificates by which a revocation list can be told from a forged one, and our own.
    private static List<X509Certificate> bekend(Anchors ankers, List<Path> eigen) {
        try {
            List<X509Certificate> bekend = new ArrayList<>(ankers.of(Set.of(Purpose.values())));
            for (Path bestand : eigen) {
                bekend.addAll(PemFiles.certificates(bestand));
            }
            return bekend;
        } catch (IOException onbruikbaar) {
            throw new UncheckedIOException(onbruikbaar);
        }
    }

    @Override
    public Trust trust(Purpose doel) {
        return Objects.requireNonNull(trust.get().get(doel));
    }

    @Override
    public List<Identity> ondertekening(Party partij) {
        return ondertekening.get();
    }

    @Override
    public List<Identity> versleuteling(Party partij) {
        return versleuteling.get();
    }

    @Override
    public Optional<String> opmerking() {
        String alle = Stream.of(
                        tls.opmerking(),
                        ondertekening.opmerking(),
                        versleuteling.opmerking(),
                        trust.opmerking(),
                        lijsten.opmerking().get())
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return Optional.of(alle).filter(tekst -> !tekst.isEmpty());
    }

    @Override
    public Tls tls(Party partij) {
        Identity wij = tls.get();
        Trust wie = trust(Purpose.TLS);
        return new Tls(wij.key(), wij.chain(), wie.anchors(), wie.revocation(klok));
    }

    @Override
    public void close() {
        lijsten.close();
    }
}
