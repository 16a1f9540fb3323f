// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import nl.ddas.basis.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a log does again and again beside its requests.
enum Onderhoud implements Rounds.Chore {
    SLEUTELS("reading the keys", "de certificaten opnieuw lezen"),
    VULLING("looking how full the quarantine is", "kijken hoe vol de quarantaine is"),
    OPRUIMEN("removing from the quarantine", "uit de quarantaine halen wat te lang wacht"),
    DAGEN("making partitions", "de tabellen voor de komende dagen maken");

    private static final Logger LOG = LoggerFactory.getLogger(Onderhoud.class);

    private final String english;
    private final String dutch;

    Onderhoud(String english, String dutch) {
        this.english = english;
        this.dutch = dutch;
    }

    @Override
    public String dutch() {
        return dutch;
    }

    /// Keys are files, and are read again also while a database hangs.
    @Override
    public Object needs() {
        return this == SLEUTELS ? "files" : "database";
    }

    /// For the log: kinds of exceptions only, see [Oorzaak].
    void failed(Throwable why) {
        LOG.error("{} failed, and is tried again: {}", english, Oorzaak.of(why));
    }
}
