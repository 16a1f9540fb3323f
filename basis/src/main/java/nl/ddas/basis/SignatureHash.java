// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The hash under the signature of an authority, on certificates and on revocation lists.
public final class SignatureHash {

    /// Those that may be leaned on, as [#of] writes them.
    public static final Set<String> STRONG = Set.of("SHA256", "SHA384", "SHA512");

    private SignatureHash() {}

    /// Such as `SHA256`; empty when it cannot be told.
    public static String of(X509Certificate certificate) {
        return of(certificate.getSigAlgName(), certificate.getSigAlgParams());
    }

    /// Such as `SHA256`; empty when it cannot be told.
    public static String of(X509CRL list) {
        return of(list.getSigAlgName(), list.getSigAlgParams());
    }

    private static String of(String name, byte @Nullable [] parameters) {
        String algorithm = name.toUpperCase(Locale.ROOT);
        int with = algorithm.indexOf("WITH");
        if (with > 0) {
            return algorithm.substring(0, with);
        }
        if (!algorithm.equals("RSASSA-PSS") || parameters == null) {
            return "";
        }
        try {
            AlgorithmParameters read = AlgorithmParameters.getInstance("RSASSA-PSS");
            read.init(parameters);
            return read.getParameterSpec(PSSParameterSpec.class)
                    .getDigestAlgorithm()
                    .replace("-", "");
        } catch (GeneralSecurityException | IOException unknown) {
            return "";
        }
    }
}
