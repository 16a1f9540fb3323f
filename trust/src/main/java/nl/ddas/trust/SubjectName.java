// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/// What we read in the name of a certificate.
///
/// @param organisation `O`, the name of the organisation
/// @param commonName `CN`
/// @param serialNumbers every `serialNumber`, in order; empty text for one that is no text, so that it counts
/// @param organisationIdentifiers every `organizationIdentifier`, in order; likewise
public record SubjectName(
        Optional<String> organisation,
        Optional<String> commonName,
        List<String> serialNumbers,
        List<String> organisationIdentifiers) {

    /// Without these words the JDK writes the values in hexadecimal.
    private static final Map<String, String> WORDS = Map.of("2.5.4.5", "serialNumber", "2.5.4.97", "orgId");

    /// The whole name as text (RFC 2253), with words where the JDK would write numbers.
    static String text(X500Principal name) {
        return name.getName(X500Principal.RFC2253, WORDS);
    }

    /// Reads a name.
    public static SubjectName of(X500Principal name) {
        return new SubjectName(
                first(values(name, "O")),
                first(values(name, "CN")),
                values(name, "serialNumber"),
                values(name, "orgId"));
    }

    private static Optional<String> first(List<String> values) {
        return values.stream().filter(text -> !text.isEmpty()).findFirst();
    }

    private static List<String> values(X500Principal name, String type) {
        try {
            List<String> values = new ArrayList<>();
            // LdapName counts from the right.
            for (Rdn rdn : new LdapName(text(name)).getRdns()) {
                Attribute attribute = rdn.toAttributes().get(type);
                for (int i = 0; attribute != null && i < attribute.size(); i++) {
                    values.add(attribute.get(i) instanceof String text ? text : "");
                }
            }
            return List.copyOf(values);
        } catch (InvalidNameException notAName) {
            return List.of();
        } catch (NamingException broken) {
            throw new IllegalStateException("a name in memory cannot be read", broken);
        }
    }
}
