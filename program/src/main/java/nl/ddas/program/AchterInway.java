// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.Optional;
import nl.ddas.basis.Request;
import nl.ddas.basis.Settings;
import nl.ddas.fsc.model.AccessToken;
import nl.ddas.fsc.model.InwayTokenCheck;
import nl.ddas.fsc.model.PassedToken;
import nl.ddas.fsc.model.TransactionId;
import nl.ddas.levering.verkeer.Afzender;
import nl.ddas.levering.verkeer.Afzenderbepaling;
import nl.ddas.trust.Oin;

/// Who calls through our own Inway: that one has checked the access token in the request. From anybody else the header
/// says nothing, and the caller is who its certificate names.
///
/// @param inway the organisation in the certificate of the Inway: our own
record AchterInway(Oin inway) implements Afzenderbepaling {

    /// Who calls by the settings: with `inway-oin` what our Inway says of it, else who the certificate names.
    static Afzenderbepaling lees(Settings instellingen) {
        return instellingen
                .optional("inway-oin")
                .map(Oin::new)
                .<Afzenderbepaling>map(AchterInway::new)
                .orElse(Afzenderbepaling.uitTls());
    }

    @Override
    public Optional<Afzender> bepaal(Request verzoek) {
        boolean vanInway = verzoek.peer().stream()
                .findFirst()
                .flatMap(Oin::of)
                .filter(inway::equals)
                .isPresent();
        return vanInway
                ? PassedToken.read(verzoek.headers().all(InwayTokenCheck.HEADER))
                        .map(token -> afzender(verzoek, token))
                : Afzenderbepaling.uitTls().bepaal(verzoek);
    }

    private static Afzender afzender(Request verzoek, AccessToken token) {
        return new Afzender(
                token.connectingPeer().value(),
                token.delegator().map(wie -> wie.value()),
                verzoek.headers().first(TransactionId.HEADER),
                Optional.of(token.boundTo().base64url()));
    }
}
