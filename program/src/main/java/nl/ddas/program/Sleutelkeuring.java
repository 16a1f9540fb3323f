// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.JwsAlgorithm;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.presentation.Formats;
import nl.ddas.trust.Chains;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Refusal;
import nl.ddas.trust.Trust;

/// Looks whether a key with its certificates can be used in a Group, before the other Peers refuse it.
///
/// @param trust whom the Group trusts
record Sleutelkeuring(Group groep, Supplier<Trust> trust, Clock klok) {

    private static final ZoneId NEDERLAND = ZoneId.of("Europe/Amsterdam");

    /// @param slot name of the setting
    /// @return who the certificate is of
    /// @throws VerkeerdGebruik when it cannot be used, and why
    PeerId keur(String slot, Identity identity) {
        PeerId wie = groep.peerIds()
                .identify(identity.leaf())
                .map(PeerIdentity::id)
                .orElseThrow(() -> new VerkeerdGebruik(bij(slot)
                        + "staat geen Peer ID (OIN, als serialNumber) en naam (O) zoals de Group die wil. Vraag een"
                        + " certificaat aan waar ze in staan"));
        geldig(slot, identity);
        ketting(slot, identity);
        if (JwsAlgorithm.usual(identity.leaf().getPublicKey()).isEmpty()) {
            throw new VerkeerdGebruik(bij(slot)
                    + "past de sleutel niet bij FSC. Gebruik RSA van 2048 tot 8192 bits, of EC op P-256, P-384"
                    + " of P-521");
        }
        boolean[] gebruik = identity.leaf().getKeyUsage();
        if (gebruik != null && !gebruik[0]) {
            throw new VerkeerdGebruik(bij(slot) + "staat niet dat de sleutel mag ondertekenen (digitalSignature)");
        }
        return wie;
    }

    /// As [#keur(String, Identity)], for a key that has to be of this Peer.
    ///
    /// @return what was given
    Identity keur(String slot, PeerId wie, Identity identity) {
        PeerId ander = keur(slot, identity);
        if (!ander.equals(wie)) {
            throw new VerkeerdGebruik(bij(slot) + "staat Peer ID " + ander + ", en bij groep-sleutel staat " + wie
                    + ". Alle certificaten horen van dezelfde organisatie te zijn");
        }
        return identity;
    }

    private void geldig(String slot, Identity identity) {
        Instant nu = klok.instant();
        for (X509Certificate certificaat : identity.chain()) {
            if (nu.isAfter(certificaat.getNotAfter().toInstant())) {
                throw new VerkeerdGebruik(bij(slot) + "is een certificaat verlopen, op "
                        + moment(certificaat.getNotAfter().toInstant()) + ". Zet er een nieuw neer");
            }
            if (nu.isBefore(certificaat.getNotBefore().toInstant())) {
                throw new VerkeerdGebruik(bij(slot) + "geldt een certificaat pas vanaf "
                        + moment(certificaat.getNotBefore().toInstant()) + ". Staat de klok van deze computer goed?");
            }
        }
    }

    private static String moment(Instant moment) {
        return Formats.moment(moment.atZone(NEDERLAND));
    }

    private void ketting(String slot, Identity identity) {
        Chains.objection(identity.chain(), trust.get(), klok.instant()).ifPresent(bezwaar -> {
            throw new VerkeerdGebruik(bij(slot) + tekst(bezwaar));
        });
    }

    private static String tekst(Refusal bezwaar) {
        return switch (bezwaar) {
            case CERTIFICAAT_INGETROKKEN -> "is een certificaat ingetrokken. Vraag een nieuw aan";
            case INTREKKINGSSTATUS_ONBEKEND ->
                "is niet na te gaan of het certificaat is ingetrokken: een intrekkingslijst van de uitgever, of van een"
                        + " uitgever daarboven, ontbreekt of is verlopen. Zet hem bij groep-intrekkingen";
            case CERTIFICAAT_GELDIGHEID -> "is een certificaat verlopen of nog niet geldig";
            case Refusal _ ->
                "leidt het certificaat niet naar een van de wortels in groep-ankers. Zet de tussenliggende certificaten"
                        + " achter uw eigen certificaat, en kijk of het van deze Group is";
        };
    }

    private static String bij(String slot) {
        return "bij " + slot + " ";
    }
}
