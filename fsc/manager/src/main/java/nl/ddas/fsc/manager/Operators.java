// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Settings;
import nl.ddas.fsc.model.CertificateThumbprint;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/// Who may use the management interface, by certificate.
///
/// @param all in the order of the settings; the first that fits counts
public record Operators(List<Operator> all) {

    /// Nobody.
    public static final Operators NONE = new Operators(List.of());

    /// What somebody may do.
    public enum Role {
        READ,
        WRITE
    }

    /// How an operator, or a part of our organisation, is recognised.
    public sealed interface Mark {
        /// `CN` of the subject.
        record CommonName(String name) implements Mark {}

        /// One certificate.
        record Thumbprint(CertificateThumbprint certificate) implements Mark {}

        /// Whether this is its certificate.
        default boolean fits(X509Certificate certificate) {
            return switch (this) {
                case CommonName(String wanted) ->
                    commonName(certificate).filter(wanted::equals).isPresent();
                case Thumbprint(CertificateThumbprint wanted) -> wanted.equals(CertificateThumbprint.of(certificate));
            };
        }

        /// Reads `subject` or `thumbprint`.
        ///
        /// @param name the `CN` when there is neither
        /// @throws nl.ddas.basis.SettingsFault when the thumbprint has the wrong form
        static Mark read(Settings item, String name) {
            return item.<Mark>value(
                            "thumbprint",
                            "de SHA-256 van het certificaat: 43 tekens base64url",
                            text -> CertificateThumbprint.read(text).map(Thumbprint::new))
                    .orElseGet(() -> new CommonName(item.optional("subject").orElse(name)));
        }
    }

    /// @param name of a person, as it stands in the audit trail
    public record Operator(String name, Mark mark, Role role) {}

    public Operators {
        all = List.copyOf(all);
    }

    /// Whose certificate this is; that it is trusted is settled before.
    public Optional<Operator> find(X509Certificate certificate) {
        return all.stream()
                .filter(operator -> operator.mark().fits(certificate))
                .findFirst();
    }

    /// The one `CN` of the subject; nothing when there is none, or more than one.
    static Optional<String> commonName(X509Certificate certificate) {
        RDN[] names = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
                .getRDNs(BCStyle.CN);
        return names.length == 1 && names[0].getFirst().getValue() instanceof ASN1String text
                ? Optional.of(text.getString())
                : Optional.empty();
    }

    /// Reads a list of settings with `name`, `role`, and `subject` or `thumbprint`.
    ///
    /// @throws nl.ddas.basis.SettingsFault when a role or thumbprint has the wrong form
    static Operators read(List<Settings> items) {
        List<Operator> all = new ArrayList<>();
        for (Settings item : items) {
            String name = item.required("name");
            all.add(new Operator(
                    name,
                    Mark.read(item, name),
                    item.value("role", "read of write", Operators::role).orElse(Role.READ)));
        }
        return new Operators(all);
    }

    private static Optional<Role> role(String word) {
        return switch (word) {
            case "read" -> Optional.of(Role.READ);
            case "write" -> Optional.of(Role.WRITE);
            case String _ -> Optional.empty();
        };
    }
}
