// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Identity;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.SignatureForm;
import nl.ddas.trust.Trust;

/// A signer on RSA of 3072 bits, and who trusts it.
record Handtekeningplek(Identity identiteit, Trust vertrouwen, Clock klok) {

    /// @param map of an authority, made when it is not there
    static Handtekeningplek open(Path map, Clock klok) throws IOException {
        AuthorityFolder ca = AuthorityFolder.open(map, Environment.TEST, new KeyMaker(new SecureRandom()), klok);
        Identity identiteit = ca.party("Gemeente Voorbeeldstad", new Oin("00000099000000002000"), List.of())
                .signing();
        return new Handtekeningplek(identiteit, ca.trust(), klok);
    }

    PayloadSigner ondertekenaar(SignatureForm vorm) {
        return new PayloadSigner(identiteit, klok, vorm);
    }

    /// Something that looks like a message.
    static byte[] inhoud(int bytes) {
        byte[] inhoud = new byte[bytes];
        byte[] regel =
                "{\"startdatum\":\"2026-01-01\",\"gemeentecode\":\"GM0518\"},".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < bytes; i++) {
            inhoud[i] = regel[i % regel.length];
        }
        return inhoud;
    }
}
