// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;

/// How a Group finds a Peer in a certificate (FSC Core, "Peer ID": subject fields chosen by the Group).
///
/// @param idFields object identifiers of subject fields that may hold the id; the first that is there counts
/// @param nameField object identifier of the subject field with the name
/// @param form what an id looks like
public record PeerIdRule(List<String> idFields, String nameField, Pattern form) {

    /// `serialNumber` with an OIN of 20 digits, name in `O`.
    public static final PeerIdRule OIN = new PeerIdRule(List.of("2.5.4.5"), "2.5.4.10", Pattern.compile("[0-9]{20}"));

    private static final int MAX_NAME = 255;

    public PeerIdRule {
        idFields = List.copyOf(idFields);
        if (idFields.isEmpty()) {
            throw new IllegalArgumentException("PeerIdRule: expected at least one subject field");
        }
    }

    /// Whether this can be the id of a Peer in the Group.
    public boolean accepts(PeerId id) {
        return form.matcher(id.value()).matches();
    }

    /// Who the certificate is of; nothing when id or name is missing, doubled, shares its place with another field, or
    /// has the wrong form. Says nothing about trust in the certificate.
    public Optional<PeerIdentity> identify(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        Optional<List<String>> id = idFields.stream()
                .map(field -> values(subject, field))
                .filter(values -> !values.isEmpty())
                .findFirst();
        List<String> name = values(subject, nameField);
        if (id.isEmpty() || id.get().size() != 1 || name.size() != 1) {
            return Optional.empty();
        }
        String idText = id.get().getFirst();
        String nameText = name.getFirst();
        boolean good = PeerId.isOne(idText)
                && form.matcher(idText).matches()
                && !nameText.isBlank()
                && nameText.length() <= MAX_NAME
                && nameText.chars().noneMatch(Character::isISOControl);
        return good ? Optional.of(new PeerIdentity(new PeerId(idText), nameText)) : Optional.empty();
    }

    /// As [#identify], with what a connection needs to know besides.
    public Optional<TlsPeer> peer(X509Certificate certificate) {
        return identify(certificate)
                .map(identity -> new TlsPeer(certificate, CertificateThumbprint.of(certificate), identity));
    }

    /// All values of a field. An empty text stands for a value that is no text or shares its place, so that it counts
    /// as present and is refused.
    private static List<String> values(X500Name subject, String field) {
        List<String> values = new ArrayList<>();
        for (RDN rdn : subject.getRDNs()) {
            for (var attribute : rdn.getTypesAndValues()) {
                if (attribute.getType().getId().equals(field)) {
                    ASN1Encodable value = attribute.getValue();
                    values.add(!rdn.isMultiValued() && value instanceof ASN1String text ? text.getString() : "");
                }
            }
        }
        return values;
    }

    // Patterns have no equality of their own.
    @Override
    public boolean equals(Object other) {
        return other instanceof PeerIdRule rule
                && rule.idFields.equals(idFields)
                && rule.nameField.equals(nameField)
                && rule.form.pattern().equals(form.pattern());
    }

    @Override
    public int hashCode() {
        return form.pattern().hashCode();
    }
}
