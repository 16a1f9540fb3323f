// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.presentation.Formats;
import nl.ddas.trust.Chains;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Refusal;
import nl.ddas.trust.Trust;

/// Looks whether a certificate of ours is in force and leads to an anchor, before others refuse it.
///
/// @param trust whom those others trust
/// @param ankers name of the setting of the anchors
/// @param intrekkingen name of the setting of the revocation lists
record Kettingkeuring(Supplier<Trust> trust, Clock klok, String ankers, String intrekkingen) {

    /// @param slot name of the setting
    /// @throws VerkeerdGebruik when it cannot be used, and why
    void keur(String slot, Identity identity) {
        geldig(slot, identity);
        Trust nu = trust.get();
        Chains.objection(identity.chain(), nu, klok.instant()).ifPresent(bezwaar -> {
            throw new VerkeerdGebruik(bij(slot)
                    + Chains.otherPurpose(identity.chain(), nu)
                            .filter(_ -> bezwaar == Refusal.CERTIFICAAT_NIET_VERTROUWD)
                            .map(doel -> "is het certificaat van een uitgever die in " + ankers + " alleen staat voor "
                                    + doel.word() + ". Vraag een certificaat voor dit doel aan")
                            .orElseGet(() -> tekst(bezwaar, Chains.fault(identity.chain(), nu, klok.instant()))));
        });
    }

    /// For a key that has to sign, as that of a connection has to.
    ///
    /// @throws VerkeerdGebruik when its certificate says that it may not
    void magOndertekenen(String slot, Identity identity) {
        boolean[] gebruik = identity.leaf().getKeyUsage();
        if (gebruik != null && !gebruik[0]) {
            throw new VerkeerdGebruik(bij(slot) + "staat niet dat de sleutel mag ondertekenen (digitalSignature)");
        }
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
        return Formats.moment(moment);
    }

    /// @param oorzaak what stands in the way of a path to an anchor, when that can be told
    private String tekst(Refusal bezwaar, Optional<String> oorzaak) {
        return switch (bezwaar) {
            case CERTIFICAAT_INGETROKKEN -> "is een certificaat ingetrokken. Vraag een nieuw aan";
            case INTREKKINGSSTATUS_ONBEKEND ->
                "is niet na te gaan of het certificaat is ingetrokken: een intrekkingslijst van de uitgever, of van een"
                        + " uitgever daarboven, ontbreekt of is verlopen. Zet hem bij " + intrekkingen;
            case CERTIFICAAT_GELDIGHEID -> "is een certificaat verlopen of nog niet geldig";
            case Refusal _ ->
                oorzaak.map(wat -> "zouden anderen het certificaat niet vertrouwen: " + wat
                                + ". Het 1e is uw eigen certificaat. Vraag de uitgever om een keten die wel voldoet")
                        .orElse("leidt het certificaat niet naar een van de wortels in " + ankers
                                + ". Zet de tussenliggende certificaten achter uw eigen certificaat, en kijk of het van"
                                + " een uitgever is die hier wordt vertrouwd");
        };
    }

    private static String bij(String slot) {
        return "bij " + slot + " ";
    }
}
