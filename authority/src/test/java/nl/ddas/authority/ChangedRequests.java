// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Purpose;
import org.bouncycastle.asn1.pkcs.CertificationRequest;

/// Requests of one party, and what its reader makes of others in their place: it may refuse, not break. It takes
/// another only when what its party signed is the same to the byte, and then for the same party and key.
final class ChangedRequests {

    private static final CaSettings SETTINGS = Stage.settings(Environment.TEST, CaSignature.PSS_SHA512);

    /// All that a refusal may say: nothing of what came in but numbers and the name of an algorithm.
    private static final Pattern FAULT = Pattern.compile(Stream.of(
                    "dit is geen aanvraag (PKCS#10) die te lezen is",
                    "de aanvraag is niet geschreven zoals PKCS#10 vraagt (DER). Maak hem opnieuw",
                    "de handtekening onder de aanvraag klopt niet. Maak hem opnieuw, met de sleutel die erin staat",
                    "de aanvraag is ondertekend met @, wat niet meer veilig is. Gebruik SHA-256",
                    "de sleutel heeft @ bits; verwacht: RSA van 3072 tot 8192",
                    "de sleutel heeft een ongewone exponent; verwacht: 65537",
                    "verwacht: een sleutel op de kromme P-256",
                    "verwacht: een sleutel RSA van ten minste 3072 bits, of P-256",
                    "verwacht: een sleutel RSA van ten minste 3072 bits",
                    "twee aanvragen hebben dezelfde sleutel. Maak voor elke aanvraag een eigen sleutel",
                    "verwacht ten minste een hostnaam (subjectAltName)")
            .map(text -> "\\Q" + text.replace("@", "\\E[A-Z0-9]{1,30}\\Q") + "\\E")
            .collect(Collectors.joining("|", "((tls|ondertekening|versleuteling): )?(", ")")));

    private final Map<Purpose, byte[]> requests;
    private final List<byte[]> good = new ArrayList<>();
    private final Map<ByteBuffer, PublicKey> signed = new HashMap<>();

    ChangedRequests() {
        try {
            Map<Purpose, KeyPair> keys = new EnumMap<>(Purpose.class);
            for (Purpose purpose : Purpose.values()) {
                keys.put(purpose, Stage.KEYS.forLeaf(purpose));
            }
            requests = Stage.requests(Stage.WIJK, keys);
            requests.forEach((purpose, der) ->
                    add(der, Objects.requireNonNull(keys.get(purpose)).getPublic()));
            KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
            curve.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = curve.generateKeyPair();
            add(RequestMaker.request(Purpose.TLS, Stage.WIJK, pair), pair.getPublic());
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void add(byte[] der, PublicKey key) {
        good.add(der);
        signed.put(signedPart(der).orElseThrow(), key);
    }

    /// As their party made them.
    List<byte[]> good() {
        return good;
    }

    /// Reads a request in the place of that for a purpose.
    ///
    /// @return whether it was taken
    /// @throws AssertionError when it breaks the reader, or passes though its party did not sign it
    boolean isTaken(Purpose purpose, byte[] der) {
        Map<Purpose, byte[]> three = new EnumMap<>(requests);
        three.put(purpose, der);
        return switch (RequestReading.of(three, SETTINGS)) {
            case RequestReading.Accepted(PartyRequest request) -> {
                boolean same = signedPart(der)
                        .map(signed::get)
                        .filter(request.key(purpose)::equals)
                        .isPresent();
                expect(same && request.holder().equals(Stage.WIJK), "taken for " + purpose);
                yield true;
            }
            case RequestReading.Refused(List<String> faults) -> {
                faults.forEach(fault -> expect(FAULT.matcher(fault).matches(), fault));
                yield false;
            }
        };
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    /// The part over which the signature goes, in DER.
    private static Optional<ByteBuffer> signedPart(byte[] der) {
        try {
            return Optional.of(ByteBuffer.wrap(CertificationRequest.getInstance(der)
                    .getCertificationRequestInfo()
                    .getEncoded("DER")));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
