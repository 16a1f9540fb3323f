// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.time.Clock;
import java.util.function.Supplier;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.JwsAlgorithm;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Trust;

/// Looks whether a key with its certificates can be used in a Group, before the other Peers refuse it.
///
/// @param trust whom the Group trusts
record Sleutelkeuring(Group groep, Supplier<Trust> trust, Clock klok) {

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
        Kettingkeuring ketting = new Kettingkeuring(trust, klok, "groep-ankers", "groep-intrekkingen");
        ketting.keur(slot, identity);
        if (JwsAlgorithm.usual(identity.leaf().getPublicKey()).isEmpty()) {
            throw new VerkeerdGebruik(bij(slot)
                    + "past de sleutel niet bij FSC. Gebruik RSA van 2048 tot 8192 bits, of EC op P-256, P-384"
                    + " of P-521");
        }
        ketting.magOndertekenen(slot, identity);
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

    private static String bij(String slot) {
        return "bij " + slot + " ";
    }
}
