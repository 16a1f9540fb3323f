// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import nl.ddas.basis.Operator;
import nl.ddas.basis.WholeFile;
import nl.ddas.trust.Identity;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Pem;
import nl.ddas.trust.Purpose;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes a key and a certificate for an operator, signed by himself: the list of operators makes it count, no
/// authority.
public record OperatorMaker(KeyMaker keys, Clock clock) {

    private static final Duration LIFE = Duration.ofDays(3 * 365);

    /// Makes two files: key with certificate (mode 0600), and beside it the certificate alone, to be shown to others.
    ///
    /// @param file ends in `.pem`; the other gets `-certificaat.pem`
    /// @return the file with the certificate alone
    /// @throws FileAlreadyExistsException when there is a file already
    /// @throws IllegalArgumentException when it is not the name of a person
    public Path make(Path file, String name) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        KeyPair pair = keys.forLeaf(Purpose.TLS);
        Operator operator = new Operator(certificate(name, pair));
        Identity identity = new Identity(pair.getPrivate(), List.of(operator.certificate()));
        String key = Pem.block("PRIVATE KEY", identity.key().getEncoded());
        WholeFile.write(file, key + Pem.write(identity.chain()), "rw-------");
        Path shown =
                file.resolveSibling(file.getFileName().toString().replaceFirst("\\.pem$", "") + "-certificaat.pem");
        WholeFile.write(shown, Pem.write(identity.chain()), "rw-r--r--");
        return shown;
    }

    private X509Certificate certificate(String name, KeyPair pair) {
        X500Name subject =
                new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    subject,
                                    new BigInteger(127, keys.random()).setBit(126),
                                    Date.from(clock.instant().minusSeconds(300)),
                                    Date.from(clock.instant().plus(LIFE)),
                                    subject,
                                    pair.getPublic())
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException broken) {
            throw new IllegalStateException("a certificate could not be made", broken);
        }
    }
}
