// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.trust.AlgorithmSpelling;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Purpose;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/// What reading the requests of a party came to.
public sealed interface RequestReading {

    /// All is well.
    record Accepted(PartyRequest request) implements RequestReading {}

    /// Not as it should be.
    ///
    /// @param faults Dutch, each with the purpose it is about
    record Refused(List<String> faults) implements RequestReading {}

    /// Reads requests: proof of possession, kind and size of keys, the name and number that all three share, hosts.
    ///
    /// @param requests PKCS#10 in DER
    static RequestReading of(Map<Purpose, byte[]> requests, CaSettings settings) {
        List<String> faults = new ArrayList<>();
        Map<Purpose, One> read = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            byte[] der = requests.get(purpose);
            if (der == null) {
                faults.add(purpose.word() + ": de aanvraag ontbreekt");
            } else {
                one(purpose, der, faults).ifPresent(one -> read.put(purpose, one));
            }
        }
        if (faults.isEmpty()) {
            together(read, settings, faults);
        }
        if (!faults.isEmpty()) {
            return new Refused(List.copyOf(faults));
        }
        One tls = of(read, Purpose.TLS);
        Map<Purpose, PublicKey> keys = new EnumMap<>(Purpose.class);
        read.forEach((purpose, one) -> keys.put(purpose, one.key()));
        return new Accepted(
                new PartyRequest(new Holder(tls.name(), new Oin(tls.number()), tls.hosts()), requests, keys));
    }

    /// One request that is good by itself.
    ///
    /// @param number OIN or KvK number
    record One(String name, String number, List<String> hosts, PublicKey key) {}

    private static One of(Map<Purpose, One> read, Purpose purpose) {
        return Optional.ofNullable(read.get(purpose)).orElseThrow();
    }

    private static Optional<One> one(Purpose purpose, byte[] der, List<String> faults) {
        String where = purpose.word() + ": ";
        try {
            JcaPKCS10CertificationRequest request = new JcaPKCS10CertificationRequest(der);
            PublicKey key = request.getPublicKey();
            Optional<String> unfit = spelling(der, request)
                    .or(() -> KeyRules.objection(purpose, key))
                    .or(() -> KeyRules.objection(request));
            if (unfit.isPresent()) {
                faults.add(where + unfit.orElseThrow());
                return Optional.empty();
            }
            if (!isSignedWith(key, request)) {
                faults.add(where + "de handtekening onder de aanvraag klopt niet. Maak hem opnieuw, met de sleutel die"
                        + " erin staat");
                return Optional.empty();
            }
            return named(where, request, key, faults);
        } catch (IOException
                | GeneralSecurityException
                | PKCSException
                | OperatorCreationException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException unreadable) {
            faults.add(where + "dit is geen aanvraag (PKCS#10) die te lezen is");
            return Optional.empty();
        }
    }

    /// The library takes more than DER, and verifies the signature over what it understood: so another spelling of a
    /// request would be taken for it.
    private static Optional<String> spelling(byte[] der, PKCS10CertificationRequest request) throws IOException {
        return Arrays.equals(der, request.toASN1Structure().getEncoded(ASN1Encoding.DER))
                        && AlgorithmSpelling.isPlain(request.getSignatureAlgorithm())
                ? Optional.empty()
                : Optional.of("de aanvraag is niet geschreven zoals PKCS#10 vraagt (DER). Maak hem opnieuw");
    }

    private static boolean isSignedWith(PublicKey key, PKCS10CertificationRequest request)
            throws OperatorCreationException, PKCSException {
        try {
            return request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
        } catch (RuntimeOperatorException doesNotFit) {
            // So the library says that a signature is longer or shorter than the key makes them.
            return false;
        }
    }

    private static Optional<One> named(
            String where, PKCS10CertificationRequest request, PublicKey key, List<String> faults) {
        List<String> names = values(request.getSubject(), BCStyle.O);
        List<String> numbers = values(request.getSubject(), BCStyle.SERIALNUMBER);
        int before = faults.size();
        if (names.size() != 1 || !CaSettings.isName(names.getFirst())) {
            faults.add(where
                    + "verwacht: precies een naam van de organisatie (O) van 1 tot 64 gewone tekens, zonder spatie"
                    + " aan het begin of eind en zonder tekens die niet te zien zijn");
        }
        if (numbers.size() != 1 || !Oin.isOne(numbers.getFirst())) {
            faults.add(where + "verwacht: precies een serialNumber, met het OIN (20 tekens) of KvK-nummer (8 cijfers)");
        }
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new One(names.getFirst(), numbers.getFirst(), hosts(request, where, faults), key));
    }

    private static List<String> hosts(PKCS10CertificationRequest request, String where, List<String> faults) {
        Extensions asked = request.getRequestedExtensions();
        GeneralNames names =
                asked == null ? null : GeneralNames.fromExtensions(asked, Extension.subjectAlternativeName);
        List<String> hosts = new ArrayList<>();
        if (names != null) {
            for (GeneralName name : names.getNames()) {
                String text = name.getName() instanceof ASN1String string ? string.getString() : "";
                if (name.getTagNo() != GeneralName.dNSName || !PartyRequest.isHost(text)) {
                    faults.add(where + "in de aanvraag mogen alleen hostnamen staan, in kleine letters, zonder"
                            + " sterretje en zonder IP-adres");
                } else if (!hosts.contains(text)) {
                    hosts.add(text);
                }
            }
        }
        return hosts;
    }

    private static void together(Map<Purpose, One> read, CaSettings settings, List<String> faults) {
        if (read.values().stream().map(One::name).distinct().count() > 1
                || read.values().stream().map(One::number).distinct().count() > 1) {
            faults.add("de drie aanvragen noemen niet dezelfde organisatie met hetzelfde nummer");
        }
        if (new HashSet<>(read.values().stream().map(One::key).toList()).size() < read.size()) {
            faults.add("twee aanvragen hebben dezelfde sleutel. Maak voor elke aanvraag een eigen sleutel");
        }
        List<String> hosts = of(read, Purpose.TLS).hosts();
        if (hosts.isEmpty()) {
            faults.add("tls: verwacht ten minste een hostnaam (subjectAltName)");
        }
        hosts.stream()
                .filter(host -> !settings.domains().isEmpty()
                        && settings.domains().stream()
                                .noneMatch(domain -> host.equals(domain) || host.endsWith("." + domain)))
                .forEach(host -> faults.add("tls: de hostnaam " + host + " ligt niet onder "
                        + String.join(" of ", settings.domains()) + ", en alleen daarvoor geeft deze uitgever uit"));
        if (settings.environment() == Environment.PRODUCTIE
                && new Oin(of(read, Purpose.TLS).number()).isForTest()) {
            faults.add("dit is een test-OIN; een uitgever voor productie geeft daar niets voor uit");
        }
    }

    private static List<String> values(X500Name name, ASN1ObjectIdentifier type) {
        List<String> values = new ArrayList<>();
        for (RDN rdn : name.getRDNs(type)) {
            values.add(
                    rdn.getFirst().getValue() instanceof ASN1String text && !rdn.isMultiValued()
                            ? text.getString()
                            : "");
        }
        return values;
    }
}
