// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/// How the algorithm of a signature is written beside that signature, where it is not signed itself.
public final class AlgorithmSpelling {

    private AlgorithmSpelling() {}

    /// Whether beside the name stands only what may: nothing, or `NULL` (RFC 4055, 5; RFC 5758, 3.2), and parameters
    /// for RSASSA-PSS (RFC 4055, 3.1), which it cannot do without. A verifier passes over anything else, so that
    /// the same would be taken in another spelling.
    public static boolean isPlain(AlgorithmIdentifier algorithm) {
        ASN1Encodable parameters = algorithm.getParameters();
        return algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)
                || parameters == null
                || DERNull.INSTANCE.equals(parameters);
    }
}
