// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.EnumMap;
import java.util.Map;
import nl.ddas.basis.WholeFile;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Pem;
import nl.ddas.trust.Purpose;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/// The side of the party: makes keys, which stay where they are made, and the requests that go to the authority.
///
/// ```
/// tls-sleutel.pem, ondertekening-sleutel.pem, versleuteling-sleutel.pem   private, mode 0600
/// tls.csr, ondertekening.csr, versleuteling.csr                           to be sent
/// ```
public record RequestMaker(KeyMaker keys) {

    /// Makes three keys and three requests in a folder.
    ///
    /// @param holder with at least one host
    /// @return what was asked
    /// @throws FileAlreadyExistsException when there is a key already: it is never overwritten
    /// @throws IOException when the folder cannot be written
    public PartyRequest make(Path folder, Holder holder) throws IOException {
        WholeFile.folder(folder);
        for (Purpose purpose : Purpose.values()) {
            if (Files.exists(keyFile(folder, purpose))) {
                throw new FileAlreadyExistsException(keyFile(folder, purpose).toString());
            }
        }
        Map<Purpose, byte[]> requests = new EnumMap<>(Purpose.class);
        Map<Purpose, PublicKey> publicKeys = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            KeyPair pair = keys.forLeaf(purpose);
            byte[] request = request(purpose, holder, pair);
            String key = Pem.block("PRIVATE KEY", pair.getPrivate().getEncoded());
            WholeFile.write(keyFile(folder, purpose), key, "rw-------");
            WholeFile.write(requestFile(folder, purpose), Pem.block("CERTIFICATE REQUEST", request), "rw-r--r--");
            requests.put(purpose, request);
            publicKeys.put(purpose, pair.getPublic());
        }
        return new PartyRequest(holder, requests, publicKeys);
    }

    /// Where a key is.
    public static Path keyFile(Path folder, Purpose purpose) {
        return folder.resolve(purpose.word() + "-sleutel.pem");
    }

    /// Where a request is.
    public static Path requestFile(Path folder, Purpose purpose) {
        return folder.resolve(purpose.word() + ".csr");
    }

    static byte[] request(Purpose purpose, Holder holder, KeyPair pair) throws IOException {
        try {
            PKCS10CertificationRequestBuilder builder =
                    new JcaPKCS10CertificationRequestBuilder(CaCertificates.subject(purpose, holder), pair.getPublic());
            if (purpose == Purpose.TLS) {
                ExtensionsGenerator asked = new ExtensionsGenerator();
                asked.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(holder.hosts().stream()
                                .map(host -> new GeneralName(GeneralName.dNSName, host))
                                .toArray(GeneralName[]::new)));
                builder.addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, asked.generate());
            }
            String kind = pair.getPrivate().getAlgorithm().equals("EC") ? "ECDSA" : "RSA";
            return builder.build(new JcaContentSignerBuilder("SHA256with" + kind).build(pair.getPrivate()))
                    .getEncoded();
        } catch (OperatorCreationException broken) {
            throw new IllegalStateException("a key that was just made cannot sign", broken);
        }
    }
}
