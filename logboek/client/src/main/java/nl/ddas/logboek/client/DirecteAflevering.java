// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

/// Waits for the log. One attempt: who waits wants to know now.
final class DirecteAflevering implements Aflevering {

    private final Verzending verzending;
    private final Melder melder;

    DirecteAflevering(Verzending verzending, Melder melder) {
        this.verzending = verzending;
        this.melder = melder;
    }

    @Override
    public boolean deliver(Zending zending) {
        Uitkomst uitkomst = verzending.send(zending.verzoek(), zending.regels());
        if (uitkomst instanceof Uitkomst.Geweigerd refused) {
            melder.report((int) refused.regels(), refused.reden());
        } else if (uitkomst instanceof Uitkomst.Later later) {
            melder.report(zending.regels(), later.reden());
        }
        return uitkomst instanceof Uitkomst.Bevestigd;
    }

    @Override
    public void close() {}
}
