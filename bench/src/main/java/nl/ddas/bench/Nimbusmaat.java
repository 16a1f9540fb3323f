// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import nl.ddas.trust.Identity;

/// Nimbus signing and verifying a detached JWS over a body, without certificates in it.
record Nimbusmaat(Identity identiteit, byte[] inhoud) {

    String onderteken() {
        try {
            JWSObject jws = new JWSObject(new JWSHeader(JWSAlgorithm.PS256), new Payload(inhoud));
            jws.sign(new RSASSASigner(identiteit.key()));
            return jws.serialize(true);
        } catch (JOSEException stuk) {
            throw new IllegalStateException("Nimbus could not sign", stuk);
        }
    }

    void keur(String waarde) {
        try {
            RSASSAVerifier lezer =
                    new RSASSAVerifier((RSAPublicKey) identiteit.leaf().getPublicKey());
            if (!JWSObject.parse(waarde, new Payload(inhoud)).verify(lezer)) {
                throw new IllegalStateException("expected Nimbus to find its signature good");
            }
        } catch (JOSEException | ParseException stuk) {
            throw new IllegalStateException("Nimbus could not verify", stuk);
        }
    }
}
