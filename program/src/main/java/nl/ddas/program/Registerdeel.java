// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.time.Clock;
import java.util.List;
import nl.ddas.logboek.dienst.Deel;
import nl.ddas.logboek.dienst.Dienstonderdelen;
import nl.ddas.logboek.register.RegisterApi;
import nl.ddas.logboek.register.Registercache;
import nl.ddas.logboek.register.Toegang;

/// The register that a log knows, served on beside its lines: what everybody may see of it.
final class Registerdeel {

    private static final String PAD = "/register";

    private Registerdeel() {}

    /// The part of the log that answers below `/register/v1`.
    static Dienstonderdelen.Bijdelen deel(Registercache register, Clock klok) {
        RegisterApi api = new RegisterApi(PAD + "/v1", register::known, Toegang.OPENBAAR, klok);
        return _ -> List.of(new Deel(PAD, api));
    }
}
