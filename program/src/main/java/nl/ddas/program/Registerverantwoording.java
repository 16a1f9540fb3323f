// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.function.Supplier;
import nl.ddas.logboek.client.Actie;
import nl.ddas.logboek.client.Activiteit;
import nl.ddas.logboek.client.Instelling;
import nl.ddas.logboek.client.Logboek;
import nl.ddas.logboek.client.Pseudonimisering;
import nl.ddas.logboek.register.Verantwoording;

/// Writes a line in a log around each change of the register. Lines wait on disk until the log has them, so
/// that a log that is away keeps nobody from working, and no line gets lost.
final class Registerverantwoording implements Verantwoording, AutoCloseable {

    private final Logboek logboek;
    private final Activiteit activiteit;

    private Registerverantwoording(Logboek logboek, Activiteit activiteit) {
        this.logboek = logboek;
        this.activiteit = activiteit;
    }

    /// Opens the log of the settings.
    ///
    /// @throws IllegalStateException when the settings name none
    static Registerverantwoording open(Registerinstelling instelling) {
        Instelling kaal = Instelling.of(
                        instelling.logboek().orElseThrow(),
                        "ddas logboek register",
                        Programma.VERSIE,
                        Pseudonimisering.onbewerkt())
                .withSpoel(instelling.spoel());
        Instelling hoe = instelling
                .tls()
                .map(tls -> kaal.with(Clienttls.context(tls.tls())))
                .orElse(kaal);
        return new Registerverantwoording(Logboek.open(hoe), new Activiteit(instelling.activiteit(), false));
    }

    @Override
    public <T> T run(String naam, Supplier<T> werk) {
        try {
            return logboek.run(Actie.of(naam, activiteit), _ -> werk.get());
        } catch (RuntimeException broken) {
            throw broken;
        } catch (Exception checked) {
            // The log declares whatever its work may throw; a Supplier throws nothing checked.
            throw new IllegalStateException("a change of the register throws nothing checked", checked);
        }
    }

    @Override
    public void close() {
        logboek.close();
    }
}
